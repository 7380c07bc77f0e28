import type { ReactNode } from "react";

export type TableColumn = { id: string; header: string; isNumeric?: boolean };
export type TableRow = { id: string; cells: Readonly<Record<string, ReactNode>> };

export type TableProps = {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
};

// Spelled out because the phone layout takes the table display away, and with it, in some browsers, the roles.
const TABLE = { role: "table" };
const GROUP = { role: "rowgroup" };
const ROW = { role: "row" };
const COLUMN = { role: "columnheader" };
const ROW_HEADER = { role: "rowheader" };
const CELL = { role: "cell" };

export function Table({ caption, isCaptionHidden, columns, rows }: TableProps) {
  return (
    <table className="table" {...TABLE}>
      <caption className={isCaptionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead {...GROUP}>
        <tr {...ROW}>
          {columns.map(({ id, header, isNumeric }) => (
            <th key={id} scope="col" {...COLUMN} className={isNumeric ? "amount" : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...GROUP}>
        {rows.map((row) => (
          <tr key={row.id} {...ROW}>
            {columns.map(({ id, header, isNumeric }, index) =>
              index === 0 ? (
                <th key={id} scope="row" {...ROW_HEADER}>
                  {row.cells[id]}
                </th>
              ) : (
                <td key={id} {...CELL} data-label={header} className={isNumeric ? "amount" : undefined}>
                  <div>{isNumeric ? <bdi dir="ltr">{row.cells[id]}</bdi> : row.cells[id]}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

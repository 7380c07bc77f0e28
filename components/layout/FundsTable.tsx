import type { ReactNode } from "react";

export type FundsRow = {
  id: string;
  label: ReactNode;
  /** How the amount came about: "13 × 10 584". */
  calculation?: ReactNode;
  amount: ReactNode;
  kind?: "item" | "total" | "enough" | "short";
};

export type FundsTableProps = {
  caption: ReactNode;
  headers: { label: ReactNode; amount: ReactNode };
  rows: readonly FundsRow[];
};

/** The arithmetic of the means, line by line, as one would write it on paper. */
export function FundsTable({ caption, headers, rows }: FundsTableProps) {
  return (
    <table className="funds">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headers.label}</th>
          <th scope="col" className="amount">
            {headers.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, calculation, amount, kind = "item" }) => (
          <tr key={id} data-kind={kind}>
            <th scope="row">
              {label}
              {calculation ? (
                <bdi className="funds__calculation" dir="ltr">
                  {calculation}
                </bdi>
              ) : null}
            </th>
            <td className="amount">
              <bdi dir="ltr">{amount}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Fragment } from "react";
import { Table } from "@/components/layout/Table";
import { NOTICE_KINDS } from "@/lib/hosts/notices";
import { claimRows } from "./claims-table";
import { aboutClaim, type Guide, type GuideLanguage } from "./guide";

const code = (text: string) => (
  <code dir="ltr" className="breakable">
    {text}
  </code>
);

/** A name that may break after its dots. */
const name = (text: string) => (
  <code dir="ltr" className="name">
    {text.split(/(?<=\.)/).map((part) => (
      <Fragment key={part}>
        {part}
        <wbr />
      </Fragment>
    ))}
  </code>
);

type TableProps = { guide: Guide; language: GuideLanguage };

/** What a host can say of a person, made from the schema that reads it. */
export function ClaimsTable({ guide: { claims }, language }: TableProps) {
  return (
    <Table
      caption={claims.caption}
      columns={[
        { id: "name", header: claims.name },
        { id: "takes", header: claims.takes },
        { id: "about", header: claims.about },
      ]}
      rows={claimRows().map(({ name: claim, takes, description, isRequired }) => ({
        id: claim,
        cells: {
          name: name(claim),
          takes: code(takes),
          about: `${isRequired ? `(${claims.required}) ` : ""}${aboutClaim(language, claim, description)}`,
        },
      }))}
    />
  );
}

/** The kinds of notices, each with its point in the ordinance as proposed. */
export function NoticesTable({ guide: { notices } }: TableProps) {
  return (
    <Table
      caption={notices.caption}
      columns={[
        { id: "kind", header: notices.kind },
        { id: "when", header: notices.when },
        { id: "point", header: notices.point },
      ]}
      rows={NOTICE_KINDS.map((kind, index) => ({
        id: kind,
        cells: { kind: name(kind), when: notices.kinds[kind], point: String(index + 1) },
      }))}
    />
  );
}

export function FaultsTable({ guide: { faults } }: TableProps) {
  return (
    <Table
      caption={faults.caption}
      columns={[
        { id: "status", header: faults.status },
        { id: "means", header: faults.means },
      ]}
      rows={Object.entries(faults.codes).map(([status, means]) => ({
        id: status,
        cells: { status: code(status), means },
      }))}
    />
  );
}

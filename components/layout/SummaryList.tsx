import type { ReactNode } from "react";

export type SummaryAction = {
  href: string;
  label: ReactNode;
  /** Read out after the label, as in "Change (name)"; not shown. */
  about?: ReactNode;
};

export type SummaryRow = {
  id: string;
  term: ReactNode;
  /** Absent when nothing was answered; then `missingText` stands there. */
  value?: ReactNode;
  missingText?: ReactNode;
  change?: SummaryAction;
};

export type SummaryListProps = {
  rows: readonly SummaryRow[];
  heading?: ReactNode;
  /** One way back for the whole part. */
  action?: SummaryAction;
};

const Action = ({ href, label, about }: SummaryAction) => (
  <a href={href}>
    {label}
    {about ? <span className="sr-only"> ({about})</span> : null}
  </a>
);

export function SummaryList({ rows, heading, action }: SummaryListProps) {
  return (
    <section className="summary">
      {heading || action ? (
        <div className="summary__heading">
          {heading ? <h2>{heading}</h2> : null}
          {action ? <Action {...action} /> : null}
        </div>
      ) : null}
      <dl>
        {rows.map(({ id, term, value, missingText, change }) => (
          <div className="summary__row" key={id}>
            <dt>{term}</dt>
            <dd>{value ?? <span className="missing">{missingText}</span>}</dd>
            {change ? (
              <dd className="summary__change">
                <Action {...change} />
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

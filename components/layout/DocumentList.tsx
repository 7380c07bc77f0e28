import type { ReactNode } from "react";
import { Citation } from "./Citation";
import type { CitationLink } from "./ConditionCard";

export type ListedFile = {
  id: string;
  name: string;
  href?: string;
  /** Type and size: "PDF, 1.2 MB". */
  detail?: ReactNode;
  /** A form or link that removes or replaces it. */
  action?: ReactNode;
};

export type ListedDocument = {
  id: string;
  title: ReactNode;
  /** Why it is asked for. */
  why?: ReactNode;
  tag?: ReactNode;
  citations?: readonly CitationLink[];
  files?: readonly ListedFile[];
  /** What can be done: an upload form, a link. */
  action?: ReactNode;
};

export type DocumentListProps = { documents: readonly ListedDocument[]; headingLevel?: 2 | 3 | 4 };

function FileRow({ name, href, detail, action }: ListedFile) {
  return (
    <li className="file">
      <svg viewBox="0 0 20 24" aria-hidden="true" focusable="false">
        <path d="M2 1h10l6 6v16H2ZM12 1v6h6" />
      </svg>
      <span className="file__name">
        {href ? (
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
        {detail ? <span className="file__detail">{detail}</span> : null}
      </span>
      {action ? <span className="file__action">{action}</span> : null}
    </li>
  );
}

export function DocumentList({ documents, headingLevel = 3 }: DocumentListProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="documents">
      {documents.map(({ id, title, why, tag, citations = [], files = [], action }) => (
        <li className="document" key={id} id={id}>
          <div className="document__head">
            <Heading className="document__title">{title}</Heading>
            {tag}
          </div>
          {why ? <div className="document__why">{why}</div> : null}
          {citations.length > 0 ? (
            <p className="document__citations">
              {citations.map(({ label, href }) => (
                <Citation key={label} href={href}>
                  {label}
                </Citation>
              ))}
            </p>
          ) : null}
          {files.length > 0 ? (
            <ul className="files">
              {files.map((file) => (
                <FileRow key={file.id} {...file} />
              ))}
            </ul>
          ) : null}
          {action ? <div className="document__action">{action}</div> : null}
        </li>
      ))}
    </ul>
  );
}

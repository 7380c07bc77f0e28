import { type ExampleName, exampleText } from "./examples";

const SOURCE = "docs/hosts-examples";

/** A file as it stands, to be read and copied. */
export async function Example({ name }: { name: ExampleName }) {
  return (
    <figure>
      <figcaption className="muted" dir="ltr">
        {SOURCE}/{name}
      </figcaption>
      <Code label={name}>{await exampleText(name)}</Code>
    </figure>
  );
}

/** Reached with the keyboard too, since what does not fit is moved. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable with the keyboard (WCAG 2.1.1).
    <section className="source-box" tabIndex={0} aria-label={label}>
      <pre className="source" dir="ltr">
        <code>{children}</code>
      </pre>
    </section>
  );
}

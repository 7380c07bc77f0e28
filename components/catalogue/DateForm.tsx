import { Button } from "@/components/form/Button";
import { Field } from "@/components/form/Field";
import { EDITIONS, type EditionId } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

type DateFormProps = { href: string; date: string; editions: readonly EditionId[]; words: RulesWords };

/** Shows the page as of another day; the first days of the laws in use are a link away. */
export function DateForm({ href, date, editions, words: { t, edition } }: DateFormProps) {
  return (
    <section className="no-print">
      <h2>{t("permit.date")}</h2>
      <p>{t("permit.dateIntro")}</p>
      <form action={href} className="stack">
        <Field name="date" label={t("permit.dateLabel")}>
          {(wiring) => (
            <input
              {...wiring}
              name="date"
              type="date"
              defaultValue={date}
              className="ds-input"
              data-width="12"
            />
          )}
        </Field>
        <Button variant="secondary">{t("permit.show")}</Button>
      </form>
      <ul>
        {EDITIONS.filter(({ id }) => editions.includes(id)).map(({ id, from }) => (
          <li key={id}>
            <a href={`${href}?date=${from}`}>{edition(id)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

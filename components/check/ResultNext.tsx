import { useEffect, useState } from "react";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import type { Path } from "@/lib/flow/walk";
import type { PermitId } from "@/lib/rules";
import { CHANGES_FORM } from "./changes-form";
import type { CheckStrings } from "./check-strings";

export type ResultNextProps = {
  path: Path;
  strings: CheckStrings;
  startAction: (form: FormData) => Promise<void>;
  /** What can be applied for here. */
  openPermits: readonly PermitId[];
};

/** On from the result: an application with these answers, or paper. */
export function ResultNext({ path, strings, startAction, openPermits }: ResultNextProps) {
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  const { next } = strings.words.result;
  const { decisionDate: _, ...facts } = path.facts;
  const { permit, outcome } = path.assessment;
  const isNeeded = outcome !== "permit-not-needed";
  const mayApply = isNeeded && openPermits.includes(permit);
  return (
    <section className="no-print">
      <h2>{next.heading}</h2>
      <form action={startAction}>
        <input type="hidden" name="facts" value={JSON.stringify(facts)} />
        <input type="hidden" name="locale" value={strings.locale} />
        {mayApply ? <p>{next.startHint}</p> : null}
        {isNeeded && !mayApply ? (
          <p>
            {next.notOpen} <a href={`/${strings.locale}/permits/${permit}`}>{next.about}</a>
          </p>
        ) : null}
        <ButtonRow>
          {mayApply ? <Button>{next.start}</Button> : null}
          {canPrint ? (
            <Button type="button" variant="secondary" onClick={() => window.print()}>
              {next.print}
            </Button>
          ) : null}
        </ButtonRow>
      </form>
      {isNeeded ? (
        <>
          <p>{next.changesHint}</p>
          {/* The form itself stands outside the check: its action renders another page. */}
          <input type="hidden" form={CHANGES_FORM} name="facts" value={JSON.stringify(facts)} />
          <Button variant="quiet" form={CHANGES_FORM} formAction={`/${strings.locale}/rules/changes`}>
            {next.changes}
          </Button>
        </>
      ) : null}
    </section>
  );
}

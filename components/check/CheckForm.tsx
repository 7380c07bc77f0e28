import type { ReactNode, RefObject } from "react";
import { Button } from "@/components/form/Button";
import { MOVE, WALK } from "@/lib/flow/walk-start";
import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";
import type { WalkPosts } from "./use-walk-posts";

/** By this id, buttons elsewhere on the page belong to the form. */
export const CHECK_FORM = "check-form";

export type CheckFormProps = {
  view: WalkView;
  /** Posts to this page, where the script does not take the move. */
  action: ((form: FormData) => void) | undefined;
  onMove: (form: FormData, button: HTMLElement | null) => void;
  children: ReactNode;
  formRef?: RefObject<HTMLFormElement | null>;
  onChange?: () => void;
  /** The person turns to the form. */
  onApproach?: () => void;
};

/** Goes to the field of a fault without an entry in the history, which would stand between the steps. */
function goToField(event: React.MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const field = link && document.getElementById((link.getAttribute("href") ?? "").slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A form that takes the answers so far along: nothing is kept on the server, nothing is put into the address. */
export function CheckForm({ view, action, onMove, children, formRef, onChange, onApproach }: CheckFormProps) {
  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    onMove(new FormData(event.currentTarget, button), button);
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for links within, which the keyboard clicks too
    <form
      id={CHECK_FORM}
      action={action}
      onSubmit={submit}
      onClick={goToField}
      onChange={onChange}
      onFocus={onApproach}
      onPointerDown={onApproach}
      ref={formRef}
      noValidate
      autoComplete="off"
    >
      <input type="hidden" name={WALK} value={JSON.stringify(view.walk)} />
      {children}
    </form>
  );
}

type LanguageButtonsProps = { strings: CheckStrings; postTo: WalkPosts };

/** Buttons to the same place in the other languages. */
export function LanguageButtons({ strings, postTo }: LanguageButtonsProps) {
  return (
    <fieldset className="form-languages no-print" data-keeps-answers="">
      <legend>{strings.words.languages}</legend>
      {strings.languages
        .filter(({ locale }) => locale !== strings.locale)
        .map(({ locale, name }) => (
          <Button key={locale} variant="quiet" lang={locale} data-locale={locale} formAction={postTo[locale]}>
            {name}
          </Button>
        ))}
    </fieldset>
  );
}

export function Restart({ strings }: { strings: CheckStrings }) {
  return (
    <p className="no-print">
      <Button variant="quiet" name={MOVE} value="restart">
        {strings.words.restart}
      </Button>
    </p>
  );
}

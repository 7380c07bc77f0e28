"use client";

import { startTransition, useActionState, useEffect, useRef } from "react";
import { type FieldErrors, type Resolver, useForm } from "react-hook-form";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { Notice } from "@/components/layout/Notice";
import type { Field, RawAnswers } from "@/lib/flow/fields";
import { type FieldError, type FieldErrorCode, readStep } from "@/lib/flow/read-step";
import { STEP_CHECKS, type StepId } from "@/lib/flow/step-checks";
import type { FieldStrings, FormStrings } from "./FieldControl";
import { type FieldRow, type MoreRows, StepFields } from "./StepFields";
import { useAutosave } from "./use-autosave";
import { useLanguageMenu } from "./use-language-menu";

export type StepFormState = {
  raw: RawAnswers;
  revision: number;
  errors: FieldError[];
  /** `stale`: saved in another tab since; `saved` is then what is there. */
  failure?: "stale" | "failed";
  saved?: RawAnswers;
  /** Changes with every answer of the server, so that the form takes up what came back. */
  answer: string;
};

export type StepFormTexts = Record<
  "continue" | "anyway" | "anywayHint" | "list" | "language" | "summary" | "saving" | "saved" | "unsaved",
  string
> & {
  failures: Record<"stale" | "failed", { heading: string; text: string }>;
  reload: string;
  errors: Record<FieldErrorCode, string>;
};

export type StepFormProps = {
  applicationId: string;
  step: StepId;
  locale: string;
  tab: string;
  today: string;
  fields: readonly Field[];
  rows?: readonly FieldRow[] | undefined;
  more?: MoreRows | undefined;
  strings: Record<string, FieldStrings>;
  shared: FormStrings;
  texts: StepFormTexts;
  languages: readonly { locale: string; name: string }[];
  initial: StepFormState;
  action: (state: StepFormState, form: FormData) => Promise<StepFormState>;
};

/** The first fault of each field, whatever shape the library gives it. */
function faultsOf(errors: FieldErrors<RawAnswers>, fields: readonly Field[]): FieldError[] {
  return fields.flatMap(({ name }) => {
    const code = errors[name]?.message;
    return typeof code === "string" ? [{ field: name, code: code as FieldErrorCode }] : [];
  });
}

/** Lets the library ask the reading that the server runs too. */
function resolverOf({ fields, today, step }: StepFormProps): Resolver<RawAnswers> {
  return (raw) => {
    const { errors } = readStep(fields, raw, today, STEP_CHECKS[step]);
    if (errors.length === 0) return { values: raw, errors: {} };
    return {
      values: {},
      errors: Object.fromEntries(errors.map(({ field, code }) => [field, { type: code, message: code }])),
    };
  };
}

/** The message of a fault; what is missing is named after its field. */
const wordsOf = ({ errors }: StepFormTexts, code: FieldErrorCode, label: string) =>
  (errors[code] ?? code).replace("{label}", label);

/** The form of a step: a plain form of the server, which the script only makes quicker. */
export function StepForm(props: StepFormProps) {
  const [state, dispatch] = useActionState(props.action, props.initial);
  // What the server answers is a new form: its values are what came back, not what the library remembers.
  return <Form key={state.answer} {...props} state={state} dispatch={dispatch} />;
}

type FormProps = StepFormProps & { state: StepFormState; dispatch: (form: FormData) => void };

function Form(props: FormProps) {
  const { fields, strings, texts, state, dispatch } = props;
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const form = useForm<RawAnswers>({
    defaultValues: state.raw,
    resolver: resolverOf(props),
    shouldFocusError: false,
    shouldUnregister: false,
  });
  const { isSubmitted, isSubmitting, errors } = form.formState;
  const faults = isSubmitted ? faultsOf(errors, fields) : state.errors;
  const autosave = useAutosave(element, props, state.revision);
  const isFresh = state.answer !== props.initial.answer;

  useEffect(() => {
    if (isFresh) summary.current?.focus();
  }, [isFresh]);

  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    const send = () => {
      autosave.stop();
      const data = new FormData(event.currentTarget ?? element.current ?? undefined, button);
      data.set("revision", String(autosave.revision.current));
      startTransition(() => dispatch(data));
    };
    if (button?.getAttribute("value") !== "next") return send();
    void form.handleSubmit(send, () => {
      autosave.save();
      requestAnimationFrame(() => summary.current?.focus());
    })(event);
  }

  useLanguageMenu(element);

  const label = (name: string) => strings[name]?.aloneLabel ?? strings[name]?.label ?? name;
  const messages = faults.map(({ field, code }) => ({ field, message: wordsOf(texts, code, label(field)) }));
  return (
    <form action={dispatch} onSubmit={submit} ref={element} noValidate className="step-form">
      <HiddenInputs {...props} />
      <Failure {...props} />
      <ErrorSummary heading={texts.summary} errors={messages} ref={summary} />
      <StepFields
        fields={fields}
        rows={props.rows}
        more={props.more}
        strings={strings}
        shared={props.shared}
        raw={state.raw}
        messages={messages}
        register={form.register}
      />
      <Buttons {...props} hasFaults={faults.length > 0} isBusy={isSubmitting} />
      <p className="autosave" role="status">
        {autosave.status ? texts[autosave.status] : ""}
      </p>
    </form>
  );
}

function HiddenInputs({ applicationId, step, locale, tab, fields, state }: FormProps) {
  const shown = fields.map(({ name }) => name).join(" ");
  const values = { application: applicationId, step, locale, tab, shown, revision: state.revision };
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

function Failure({ texts, state }: FormProps) {
  if (!state.failure) return null;
  const { heading, text } = texts.failures[state.failure];
  return (
    <Notice kind="warning" heading={heading} isLive>
      <p>{text}</p>
      {state.failure === "stale" ? (
        <p>
          <a href="?">{texts.reload}</a>
        </p>
      ) : null}
    </Notice>
  );
}

function Buttons({
  texts,
  languages,
  locale,
  hasFaults,
  isBusy,
}: FormProps & { hasFaults: boolean; isBusy: boolean }) {
  return (
    <>
      <ButtonRow>
        <Button name="then" value="next" isBusy={isBusy}>
          {texts.continue}
        </Button>
        <Button name="then" value="list" variant="quiet">
          {texts.list}
        </Button>
      </ButtonRow>
      {hasFaults ? (
        <div className="anyway">
          <p>{texts.anywayHint}</p>
          <Button name="then" value="anyway" variant="secondary">
            {texts.anyway}
          </Button>
        </div>
      ) : null}
      <fieldset className="form-languages" data-keeps-answers="">
        <legend>{texts.language}</legend>
        {languages
          .filter((language) => language.locale !== locale)
          .map((language) => (
            <Button
              key={language.locale}
              name="then"
              value={`language:${language.locale}`}
              variant="quiet"
              lang={language.locale}
            >
              {language.name}
            </Button>
          ))}
      </fieldset>
    </>
  );
}

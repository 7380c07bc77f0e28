import type { ComponentProps, ReactNode } from "react";
import { ConditionalGroup } from "./ConditionalGroup";

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Questions that matter only when this is chosen. */
  reveal?: ReactNode;
  lang?: string;
  disabled?: boolean;
};

export type ChoiceProps = Omit<ComponentProps<"input">, "type" | "id" | "className" | "style" | "children"> &
  Omit<ChoiceOption, "value"> & { id: string; type: "radio" | "checkbox" };

/** One radio button or checkbox; the whole row is its label. */
export function Choice({ id, type, label, hint, reveal, lang, ...input }: ChoiceProps) {
  const hintId = hint ? `${id}-option-hint` : undefined;
  const described = [hintId, input["aria-describedby"]].filter(Boolean).join(" ") || undefined;
  return (
    <>
      <div className="choice">
        <input {...input} id={id} type={type} aria-describedby={described} className="ds-input" />
        <label htmlFor={id} lang={lang}>
          {label}
        </label>
        {hint ? (
          <div className="hint choice__hint" id={hintId}>
            {hint}
          </div>
        ) : null}
      </div>
      {reveal ? <ConditionalGroup>{reveal}</ConditionalGroup> : null}
    </>
  );
}

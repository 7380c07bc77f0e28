import type { ReactNode, Ref } from "react";

export type FormError = {
  /** Name of the field, which is also its id. For a date: the name of the whole date. */
  field: string;
  message: ReactNode;
};

export type ErrorSummaryProps = {
  heading: ReactNode;
  errors: readonly FormError[];
  ref?: Ref<HTMLDivElement>;
};

export const ERROR_SUMMARY_ID = "error-summary";

export function ErrorSummary({ heading, errors, ref }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the summary takes focus after a submit
    <div className="error-summary" id={ERROR_SUMMARY_ID} role="alert" tabIndex={-1} autoFocus ref={ref}>
      <h2>{heading}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

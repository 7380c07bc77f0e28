/** Every id follows from the field's name, so that an error summary can link to a field that it has never seen. */
export const hintId = (name: string) => `${name}-hint`;
export const errorId = (name: string) => `${name}-error`;
export const optionId = (name: string, value: string, index: number) =>
  index === 0 ? name : `${name}-${value}`;

type Described = { name: string; hint?: unknown; error?: unknown };

/** The aria attributes that tie a control to its hint and its error. */
export function describedBy({ name, hint, error }: Described, also?: string) {
  const ids = [also, hint ? hintId(name) : "", error ? errorId(name) : ""].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

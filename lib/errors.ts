/** A failure that a person is told about: `code` is a key of `messages/<locale>/errors.json`, `params` its arguments. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}

/** Why a request of a host is not done; becomes a problem document. `detail` is in English and holds nothing personal. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
    this.name = "Refusal";
  }
}

export const notFound = () => new Refusal(404, "not-found", "There is no such thing of yours.");

type Engine = typeof import("./WalkPlace");

let loading: Promise<Engine> | undefined;

/**
 * The rules, the questions and the result, in one piece. It is most of the weight of the check and of no use before
 * the first answer, so it is fetched when the person turns to the form. Rejects without a connection; a later call
 * tries again.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= import("./WalkPlace").catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

import { headers } from "next/headers";

/** Longer than a page takes to render, short enough that nothing is kept. */
const KEPT_MS = 10_000;

/** proxy.ts gives every request an unguessable value of its own, whatever the browser sends. */
async function thisRequest(): Promise<string> {
  const nonce = (await headers()).get("x-nonce");
  if (!nonce) throw new Error("the request has no nonce: proxy.ts has not run");
  return nonce;
}

/**
 * Hands what a form sent from the action to the page that is rendered in answer to it, in the same request. A native form
 * then needs no script of ours, and what the person wrote is neither stored nor put into an address. The submit buttons must
 * name the page in `formAction`, so that the browser sends the form itself and not the framework's script.
 */
export function handover<T>() {
  const waiting = new Map<string, T>();
  return {
    async give(value: T): Promise<void> {
      const request = await thisRequest();
      waiting.set(request, value);
      setTimeout(() => waiting.delete(request), KEPT_MS).unref();
    },
    /** `undefined` where the page was opened and not sent to. */
    async take(): Promise<T | undefined> {
      return waiting.get(await thisRequest());
    },
  };
}

import { db } from "@/lib/db/client";
import type { Host } from "@/lib/db/generated/client";
import { Refusal } from "./api/refusal";
import { faultsOf } from "./claims";
import { areUsable, describeKeys, keySetSchema } from "./host-keys";

export type DescribedKeys = { keys: { kid: string; crv: string; thumbprint: string }[] };

/**
 * Puts a key set in place of the host's own and writes who did it into the log of events. A host that publishes its keys at an
 * address changes them there. Throws a `Refusal`: 409 for that, 422 for what is no set of public keys.
 */
export async function replaceKeys(host: Host, input: unknown, requestId: string): Promise<DescribedKeys> {
  if (!host.jwks)
    throw new Refusal(409, "keys-by-address", "Your keys are read from their address: change them there.");
  const reading = keySetSchema.safeParse(input, { reportInput: true });
  if (!reading.success)
    throw new Refusal(422, "invalid-keys", "Send a set of public keys, Ed25519 or P-256.", {
      errors: faultsOf(reading.error),
    });
  if (!(await areUsable(reading.data)))
    throw new Refusal(422, "invalid-keys", "A key does not lie on its curve.", { errors: [] });
  const keys = await describeKeys(reading.data);
  await db().$transaction([
    db().host.update({ where: { code: host.code }, data: { jwks: reading.data } }),
    db().event.create({ data: { kind: "host-keys-replaced", data: { host: host.code, requestId, keys } } }),
  ]);
  return { keys };
}

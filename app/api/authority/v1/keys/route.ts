import { deliveryKey } from "@/lib/delivery/signing-key";

export const dynamic = "force-dynamic";

/** The key that checks what is delivered (RFC 7517). */
export async function GET(): Promise<Response> {
  return Response.json(
    { keys: [await deliveryKey()] },
    { headers: { "content-type": "application/jwk-set+json", "cache-control": "public, max-age=300" } },
  );
}

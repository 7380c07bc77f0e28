import type { Facts } from "@/lib/rules";

/** Adds what follows from other answers and is therefore not asked: a guest doctoral student studies at doctoral level. */
export function withImplied<F extends Facts>(facts: F): F {
  const { studyLevel, guestDoctoral } = facts;
  if (guestDoctoral !== undefined || studyLevel === undefined || studyLevel === "doctoral") return facts;
  return { ...facts, guestDoctoral: false };
}

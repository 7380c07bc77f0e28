import { env } from "./env";
import { DEFAULT_EDITIONS, type EditionId, editionsUpTo, isEditionId } from "./rules/editions";

/** The editions of the law that this deployment applies: those up to the newest in `LAW_EDITIONS`, or the default ones. */
export function editionsInForce(): readonly EditionId[] {
  const setting = env().LAW_EDITIONS;
  if (!setting) return DEFAULT_EDITIONS;
  const named = setting.split(",").map((part) => {
    const id = part.trim();
    if (!isEditionId(id)) throw new Error(`LAW_EDITIONS: no edition is called ${id}`);
    return id;
  });
  return editionsUpTo(named);
}

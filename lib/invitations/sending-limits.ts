import { limit, takeBack } from "@/lib/accounts/attempts";
import { AppError } from "@/lib/errors";

const DAY_SECONDS = 24 * 60 * 60;
const A_DAY_BY_ACCOUNT = 10;
const A_DAY_TO_ADDRESS = 3;

const byAccount = (userId: string) => ["invitation-by", userId];
const toAddress = (email: string) => ["invitation-to", email];

/**
 * Runs what sends an invitation from this account to this address, at most ten times a day an account and three times a
 * day an address, whoever sends; what throws does not count. Throws `AppError("too-many-invitations", { max })` or
 * `AppError("address-invited-often", { max })`. Call it outside of a transaction: it needs a connection of its own.
 */
export async function sendingWithinLimits<T>(
  userId: string,
  email: string,
  send: () => Promise<T>,
): Promise<T> {
  const account = await limit(byAccount(userId), A_DAY_BY_ACCOUNT, DAY_SECONDS);
  if (!account.isAllowed) throw new AppError("too-many-invitations", { max: A_DAY_BY_ACCOUNT });
  const address = await limit(toAddress(email), A_DAY_TO_ADDRESS, DAY_SECONDS);
  try {
    if (!address.isAllowed) throw new AppError("address-invited-often", { max: A_DAY_TO_ADDRESS });
    return await send();
  } catch (error) {
    await takeBack(byAccount(userId));
    if (address.isAllowed) await takeBack(toAddress(email));
    throw error;
  }
}

import { redirect } from "next/navigation";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { dropTyped, keepTyped } from "@/lib/applications/typed-answers";
import { AppError } from "@/lib/errors";
import { goOn, orLeadTo } from "../../go-on";
import { postedText } from "./posted-text";

type Writing = {
  applicationId: string;
  /** Names the form among those of the application's pages. */
  form: string;
  text: string;
  /** The page of the form, and where to go once it was sent. */
  page: string;
  after: string;
  send(userId: string): Promise<unknown>;
};

/** Refusals that the form tells; whatever else there is the page itself tells. */
const TOLD = new Set(["nothing-to-send", "too-long", "too-many-messages"]);

/** Sends what a person wrote. What is not taken stands in the form again, also after a sign-in in between. */
export async function sendWritten(writing: Writing): Promise<void> {
  const { applicationId, form, text, page, after, send } = writing;
  await orLeadTo(page, async () => {
    const user = await currentUser();
    if (!user) {
      await keepTyped({ applicationId, step: form, raw: { text } });
      redirect(signInPath(page));
    }
    try {
      await send(user.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!TOLD.has(error.code)) return goOn(page);
      return postedText.give({ form, text, code: error.code, params: error.params });
    }
    await dropTyped(applicationId, form);
    goOn(after);
  });
}

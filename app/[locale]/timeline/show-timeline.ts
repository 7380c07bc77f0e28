"use server";

import { ADD, MOVE, ROWS } from "@/components/timeline/PermitsForm";
import { rawFromForm } from "@/lib/flow/fields";
import { asRowCount, rowFields } from "@/lib/timeline/held-permits";
import { postedPermits } from "./posted-permits";

/** Takes in the permits for the page that is rendered in answer; nothing is kept. */
export async function showTimeline(form: FormData): Promise<void> {
  const rows = asRowCount(Number(form.get(ROWS)));
  const fields = Array.from({ length: rows }, (_, row) => rowFields(row)).flat();
  const isUnfinished = form.get(MOVE) === ADD;
  const raw = rawFromForm(fields, form);
  await postedPermits.give({ rows: isUnfinished ? asRowCount(rows + 1) : rows, raw, isUnfinished });
}

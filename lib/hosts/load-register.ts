import pg from "pg";
import { INSTITUTIONS, INSTITUTIONS_SOURCE } from "./institutions";

const UPSERT = `
  INSERT INTO "Host" (code, "nameSv", "nameEn", kind, source, "sourceDate", "updatedAt")
  SELECT code, sv, en, 'state-institution', $4, $5::date, now()
  FROM unnest($1::text[], $2::text[], $3::text[]) AS given (code, sv, en)
  ON CONFLICT (code) DO UPDATE SET
    "nameSv" = excluded."nameSv", "nameEn" = excluded."nameEn", kind = excluded.kind,
    source = excluded.source, "sourceDate" = excluded."sourceDate", "updatedAt" = now()
  WHERE ("Host"."nameSv", "Host"."nameEn", "Host".kind, "Host".source, "Host"."sourceDate")
    IS DISTINCT FROM (excluded."nameSv", excluded."nameEn", excluded.kind, excluded.source, excluded."sourceDate")`;

/**
 * Brings the register of hosts to the list that comes with this version, and returns how many rows that changed. Keys, contact,
 * approval and whether a host is active are the operator's and stay as they are; so do hosts that the operator added.
 * That an institution is approved as a research principal is decided by Vetenskapsrådet, and is not in this list.
 */
export async function loadRegister(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(UPSERT, [
      INSTITUTIONS.map(({ code }) => code),
      INSTITUTIONS.map(({ sv }) => sv),
      INSTITUTIONS.map(({ en }) => en),
      INSTITUTIONS_SOURCE.source,
      INSTITUTIONS_SOURCE.sourceDate,
    ]);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

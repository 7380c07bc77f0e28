import * as z from "zod";
import { claimsSchema } from "../claims";
import { keySetSchema } from "../host-keys";
import { noticeSchema } from "../notices";
import { sampleClaims } from "../sample-claims";
import * as answers from "./answers";
import { createLinksQuery, listLinksQuery } from "./queries";
import { COLUMNS } from "./read-lines";

export type Operation = {
  method: "get" | "post" | "put" | "delete";
  /** Below the path of the API. */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  query?: z.ZodObject;
  params?: Record<string, string>;
  /** Read from JSON; `csv` where a table is taken too. */
  body?: { schema: z.ZodType; example: unknown; csv?: string };
  answer: z.ZodType;
  isOnce?: true;
};

const LINK_PARAM = { id: "The id of the link, or `jti:` and the id of one that you signed yourself." };

const CSV_EXAMPLE = `${[
  "subjectRef",
  "kind",
  "person.name.family",
  "person.name.given",
  "person.birthDate",
  "programme",
  "level",
  "pace",
].join(
  ",",
)}\nadmission-2027-000123,admission,Rahman,Nadia,2001-05-14,Sustainable Technology,master,full-time\n`;

/** The API for hosts, operation by operation: what the description of it is made from. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/links",
    operationId: "createLinks",
    summary: "Send people in",
    description: `Makes a link for each line, up to 10 000 in one call, and answers line by line; a line with faults stops none of the others. A \`subjectRef\` that has a link keeps it. A table in CSV has a head with the names of the fields: ${COLUMNS.join(", ")}.`,
    query: createLinksQuery,
    body: {
      schema: z.array(claimsSchema).min(1).max(10_000),
      example: [sampleClaims("admission"), sampleClaims("hosting-agreement")],
      csv: CSV_EXAMPLE,
    },
    answer: answers.linksAnswer,
    isOnce: true,
  },
  {
    method: "get",
    path: "/links",
    operationId: "listLinks",
    summary: "See what has become of links",
    description: "In the order in which they were made, a page at a time.",
    query: listLinksQuery,
    answer: answers.linkList,
  },
  {
    method: "get",
    path: "/links/{id}",
    operationId: "getLink",
    summary: "See what has become of one link",
    description: "Somebody else's link and one that does not exist are both answered with 404.",
    params: LINK_PARAM,
    answer: answers.linkAnswer,
  },
  {
    method: "delete",
    path: "/links/{id}",
    operationId: "withdrawLink",
    summary: "Withdraw a link",
    description:
      "What it said is forgotten. An application that was started with it stays with the applicant; what you confirmed no longer counts as confirmed. A link that you signed yourself can be withdrawn before anybody has opened it.",
    params: LINK_PARAM,
    answer: answers.linkAnswer,
  },
  {
    method: "post",
    path: "/notices",
    operationId: "createNotices",
    summary: "Tell what has become of studies",
    description:
      "Notices as in 2 kap. 6 a § of the ordinance on the accounting of studies (1993:1153), second paragraph, in the wording proposed in Ds 2024:31; up to 1 000 in one call. They are shown in the applicant's application, with what they mean for the permit. They do not replace what you tell the Swedish Migration Agency.",
    body: {
      schema: z.array(noticeSchema).min(1).max(1_000),
      example: [
        { subjectRef: "admission-2027-000123", kind: "deferred", date: "2027-08-30", until: "2028-01-16" },
      ],
    },
    answer: answers.noticesAnswer,
    isOnce: true,
  },
  {
    method: "delete",
    path: "/notices/{id}",
    operationId: "retractNotice",
    summary: "Take back a notice that was wrong",
    description: "The applicant sees that it was taken back.",
    params: { id: "The id of the notice." },
    answer: answers.retractedNotice,
  },
  {
    method: "put",
    path: "/keys",
    operationId: "replaceKeys",
    summary: "Replace your keys",
    description:
      "Signed by a key of yours that counts until now. The set replaces the one before: keep an old key in it until the links that it signed have run out, unless it leaked.",
    body: {
      schema: keySetSchema,
      example: {
        keys: [
          { kty: "OKP", crv: "Ed25519", kid: "2027-1", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
        ],
      },
    },
    answer: answers.keysAnswer,
  },
];

import type { Answer } from "./person";

const day = (day: string, month: string, year: string) => ({ day, month, year });

/** Plans lie ahead of whatever day the tests are run on. */
const inYears = (years: number) => String(new Date().getUTCFullYear() + years);
export const PASSPORT_UNTIL = day("1", "1", inYears(7));
export const STAY = { stayFrom: day("15", "8", inYears(1)), stayUntil: day("15", "6", inYears(3)) } as const;

/** Steps in the order of the way, each with its answers. */
export type Way = readonly (readonly [string, Record<string, Answer>])[];

/** A student who meets every condition. */
export const STUDENT: Way = [
  ["identity", { surname: "Rao", givenNames: "Asha", birthDate: day("4", "5", "1998"), citizenship: "IN" }],
  [
    "passport",
    {
      passportNumber: "Z1234567",
      passportCountry: "IN",
      passportIssuedOn: day("1", "1", inYears(-3)),
      passportValidUntil: PASSPORT_UNTIL,
    },
  ],
  ["contact", { presentAddress: "12 MG Road\nShivajinagar", presentPlace: "Pune", presentCountry: "IN" }],
  [
    "background",
    {
      protection: "none",
      familyOfEeaCitizen: "no",
      longTermResidentOtherEu: "no",
      unenforceableExpulsion: "no",
      euBlueCardPending: "no",
      ictTrainee: "no",
    },
  ],
  ["situation", { inSweden: "no", currentPermit: "none" }],
  [
    "purpose",
    {
      institution: "Uppsala University",
      programme: "Master in Physics",
      admission: "full-time",
      studyLevel: "master",
      fees: "paid",
      mobilityProgramme: "none",
    },
  ],
  ["stay", STAY],
  ["means", { savingsSek: "300 000", monthlyIncomeSek: "0", returnTravelCovered: "yes" }],
  [
    "address",
    {
      swedishAddress: "known",
      street: "Storgatan 12 B",
      apartment: "1203",
      postcode: "75320",
      place: "Uppsala",
    },
  ],
];

/** What a researcher answers otherwise. */
export const RESEARCHER = STUDENT.map(([step, answers]): readonly [string, Record<string, Answer>] => {
  if (step === "purpose") {
    const { institution = "" } = answers;
    return [
      step,
      {
        institution,
        programme: "Soil carbon",
        hostingAgreement: "yes",
        approvedPrincipal: "yes",
        mobilityProgramme: "none",
      },
    ];
  }
  if (step === "address") return [step, { swedishAddress: "not-yet-known" }];
  return [step, answers];
});

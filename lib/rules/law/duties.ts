// What the holder must do: UtlL 5 b kap. 17, 21-23 §§, 7 kap. 7 a §, UtlF 4 kap. 5 a § and 5 kap. 2 §. A breach may lead to
// revocation, with proportionality (SFD art 21.7, Ds 9.1).
import type { Citation } from "../assessment";
import { BASE, DS } from "../editions";
import type { Listed } from "../permit";
import type { DutyId } from "../vocabulary";
import { isAddressLater } from "./utll-5b-09";

/** The address holds through the whole time of the permit; what is not known yet is given before it is issued. */
const address = (condition: string, consequences: readonly Citation[]): readonly Listed<DutyId>[] => [
  { id: "keep-address-current", cites: [condition, ...consequences], from: DS },
  {
    id: "complete-address-before-permit",
    cites: [condition, "SFD art 7.2"],
    from: DS,
    asks: ["swedishAddress"],
    when: isAddressLater,
  },
];

export const dutiesOfResearch = address("UtlL 5b:9 p5", ["UtlL 5b:17 st2 p1", "UtlL 5b:21 p1"]);

export const dutiesOfStudies: readonly Listed<DutyId>[] = [
  ...dutiesOfResearch,
  { id: "study-progress", cites: ["UtlL 5b:22 st2", "UtlL 5b:18 st2"], from: BASE },
  { id: "work-limit", cites: ["UtlF 5:2 st3", "UtlL 5b:22 st2"], from: DS },
];

export const dutiesAfterCompletion = address("UtlL 5b:9 p5", ["UtlL 5b:23 st2"]);

export const dutiesOfCommissioned = address("UtlF 4:5a p5", ["UtlL 7:7a"]);

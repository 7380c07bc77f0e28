import { notFound } from "next/navigation";

/** An address that no page has: the not-found page of the language, inside the frame of the site. */
export default function UnknownPage(): never {
  notFound();
}

/** Id of the form on the page that shows what changes between editions with the answers of a check. */
export const CHANGES_FORM = "changes-for-me";

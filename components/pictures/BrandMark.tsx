/** A doorway, and somebody arriving in it. The name always stands beside it, so it says nothing itself. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="brand-mark__door" d="M4 30V15a12 12 0 0 1 24 0v15h-6V15a6 6 0 0 0-12 0v15Z" />
      <circle className="brand-mark__person" cx="16" cy="26" r="4" />
    </svg>
  );
}

import { type RefObject, useEffect } from "react";

/** Lets the language menu of the page save the step first: its links press the form's own button for that language. */
export function useLanguageMenu(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const link = target?.closest<HTMLAnchorElement>("nav a[hreflang]");
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
      const button = form.current?.querySelector<HTMLButtonElement>(
        `button[value="language:${link?.hreflang}"]`,
      );
      if (!link || !isPlain || !button) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [form]);
}

import { useEffect, useRef } from "react";

const CHECK = /^\/[a-z]{2}\/check$/;

/** Lets the links of the page's own language menu keep the answers too: `go` is given the address of the other language. */
export function useLanguageLinks(go: (address: string) => void) {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("nav a[hreflang]") : null;
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
      if (!link || !isPlain || link.origin !== window.location.origin || !CHECK.test(link.pathname)) return;
      event.preventDefault();
      if (link.pathname !== window.location.pathname) latest.current(link.pathname);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
}

export type Language = { locale: string; name: string; href: string };

export type LanguageSwitchProps = {
  /** What the menu is, in the language of the page: "Language". */
  label: string;
  current: string;
  languages: readonly Language[];
  /** A menu that opens, for the header; or a plain row, for the foot of the page. */
  variant?: "menu" | "row";
};

const Links = ({ current, languages }: Pick<LanguageSwitchProps, "current" | "languages">) => (
  <ul>
    {languages.map(({ locale, name, href }) => (
      <li key={locale}>
        <a href={href} hrefLang={locale} lang={locale} aria-current={locale === current ? "true" : undefined}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

export function LanguageSwitch({ label, current, languages, variant = "menu" }: LanguageSwitchProps) {
  if (variant === "row") {
    return (
      <nav className="language-row" aria-label={label}>
        <Links current={current} languages={languages} />
      </nav>
    );
  }
  const name = languages.find(({ locale }) => locale === current)?.name;
  return (
    <nav className="language-menu" aria-label={label}>
      <details>
        <summary>
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9" />
            <path d="M3 12h18M12 3c5.5 5 5.5 13 0 18M12 3c-5.5 5-5.5 13 0 18" />
          </svg>
          <span className="sr-only">{label}: </span>
          <span lang={current}>{name}</span>
        </summary>
        <Links current={current} languages={languages} />
      </details>
    </nav>
  );
}

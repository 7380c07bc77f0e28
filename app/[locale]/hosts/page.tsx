import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Table } from "@/components/layout/Table";
import { apiAudience } from "@/lib/hosts/api/authenticate";
import { linkAudience, MAX_LINK_DAYS } from "@/lib/hosts/signed-link";
import type { Locale } from "@/lib/i18n/locales";
import { Code, Example } from "./Example";
import { filled, type Guide, guideIn, guideLanguage } from "./guide";
import { Reference } from "./Reference";
import { ClaimsTable, FaultsTable, NoticesTable } from "./Tables";

type Props = { params: Promise<{ locale: Locale }> };

// Holds the address of this site, which is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { title, lead } = guideIn(guideLanguage(locale));
  return { title, description: lead };
}

const SECTIONS = [
  "how",
  "keys",
  "try",
  "link",
  "claims",
  "api",
  "consent",
  "notices",
  "faults",
  "reference",
] as const;

function Part({ id, guide, children }: { id: (typeof SECTIONS)[number]; guide: Guide; children: ReactNode }) {
  return (
    <section id={id}>
      <h2>{guide[id].heading}</h2>
      {children}
    </section>
  );
}

const MINT = "npm run --silent hosts -- mint";
const MINT_AGREEMENT = `${MINT} --kind hosting-agreement`;

function Payload({ guide: { link, claims } }: { guide: Guide }) {
  const values = { site: linkAudience(), days: String(MAX_LINK_DAYS) };
  return (
    <Table
      caption={link.heading}
      isCaptionHidden
      columns={[
        { id: "name", header: claims.name },
        { id: "about", header: claims.about },
      ]}
      rows={Object.entries(link.payload).map(([name, text]) => ({
        id: name,
        cells: {
          name: <code dir="ltr">{name}</code>,
          about: <span className="breakable">{filled(text, values)}</span>,
        },
      }))}
    />
  );
}

function ApiPart({ guide }: { guide: Guide }) {
  const { api } = guide;
  return (
    <Part id="api" guide={guide}>
      <p className="breakable">{filled(api.text, { api: apiAudience() })}</p>
      <p>{api.settings}</p>
      <p>{api.token}</p>
      <Example name="token.mjs" />
      <p>{filled(api.send, { max: "10 000" })}</p>
      <Example name="send-people.sh" />
      <p>{api.people}</p>
      <Example name="people.csv" />
      <p>{api.program}</p>
      <Example name="send-people.mjs" />
      <p>{api.states}</p>
      <Example name="see-states.sh" />
      <p>{api.tell}</p>
      <Example name="tell.sh" />
    </Part>
  );
}

/** What only readers of other languages need to know: that this is in English. */
async function OtherLanguage({ locale }: { locale: Locale }) {
  if (locale === guideLanguage(locale)) return null;
  const t = await getTranslations({ locale, namespace: "hosts" });
  return (
    <Notice heading={t("guide.title")}>
      <p>{t("guide.only")}</p>
    </Notice>
  );
}

/** For the people who run systems at universities: how to send somebody in, with examples that run. */
export default async function HostsPage({ params }: Props) {
  const { locale } = await params;
  const language = guideLanguage(locale);
  const guide = guideIn(language);
  const { how, keys, link, notices, faults, reference } = guide;
  return (
    <PageMain>
      <OtherLanguage locale={locale} />
      <div className="guide" lang={language} dir="ltr">
        <PageHeading lead={guide.lead}>{guide.title}</PageHeading>
        <nav aria-label={guide.contents}>
          <ul>
            {SECTIONS.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{guide[id].heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Part id="how" guide={guide}>
          <ol>
            {Object.entries(how.steps).map(([number, text]) => (
              <li key={number}>{text}</li>
            ))}
          </ol>
          <p>{how.who}</p>
          <p>{how.permit}</p>
        </Part>
        <Part id="keys" guide={guide}>
          <p>{keys.text}</p>
          <Example name="make-keys.mjs" />
          <p>{keys.give}</p>
          <p>{keys.replace}</p>
        </Part>
        <Part id="try" guide={guide}>
          <p>{guide.try.text}</p>
          <Code label={guide.try.heading}>{`${MINT}\n${MINT_AGREEMENT}`}</Code>
          <p>{guide.try.test}</p>
        </Part>
        <Part id="link" guide={guide}>
          <p className="breakable">{filled(link.text, { site: linkAudience() })}</p>
          <Payload guide={guide} />
          <Example name="sign-link.mjs" />
          <p>{link.note}</p>
        </Part>
        <Part id="claims" guide={guide}>
          <p>{guide.claims.text}</p>
          <ClaimsTable guide={guide} language={language} />
        </Part>
        <ApiPart guide={guide} />
        <Part id="consent" guide={guide}>
          <p>{guide.consent.text}</p>
        </Part>
        <Part id="notices" guide={guide}>
          <p>{notices.text}</p>
          <NoticesTable guide={guide} language={language} />
          <p>{notices.retract}</p>
        </Part>
        <Part id="faults" guide={guide}>
          <p>{faults.text}</p>
          <FaultsTable guide={guide} language={language} />
          <p>{faults.once}</p>
        </Part>
        <Part id="reference" guide={guide}>
          <p>{reference.text}</p>
          <p>
            <a href="/api/openapi.json">{reference.download}</a>
          </p>
          <Reference guide={guide} />
        </Part>
      </div>
    </PageMain>
  );
}

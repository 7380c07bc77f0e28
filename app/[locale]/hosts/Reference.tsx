import { Disclosure } from "@/components/layout/Disclosure";
import { Table } from "@/components/layout/Table";
import { openApi } from "@/lib/hosts/api/openapi";
import { Code } from "./Example";
import type { Guide } from "./guide";

type Schema = {
  type?: string | string[];
  enum?: string[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  const?: string;
};
type Parameter = { name: string; in: string; required: boolean; description?: string };
type Media = { schema: Schema; example?: unknown };
type Described = {
  operationId: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: { 200: { content: Record<string, Media> } };
};
type Document = { paths: Record<string, Record<string, Described>> };

/** The names in an answer, such as `results[].url`. */
function fieldsOf(schema: Schema, path = ""): string[] {
  const inner = [
    ...(schema.anyOf ?? []).flatMap((one) => fieldsOf(one, path)),
    ...(schema.items ? fieldsOf(schema.items, `${path}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      fieldsOf(one, path ? `${path}.${name}` : name),
    ),
  ];
  return inner.length > 0 ? [...new Set(inner)] : path ? [path] : [];
}

/** Descriptions are written in Markdown, of which they use this sign alone. */
const plain = (text: string) => text.replaceAll("`", "");

function Parameters({ parameters, guide }: { parameters: readonly Parameter[]; guide: Guide }) {
  const { reference, claims } = guide;
  return (
    <Table
      caption={reference.parameters}
      columns={[
        { id: "name", header: claims.name },
        { id: "about", header: claims.about },
      ]}
      rows={parameters.map(({ name, in: place, required, description = "" }) => ({
        id: name,
        cells: {
          name: (
            <code dir="ltr" className="name">
              {name}
            </code>
          ),
          about: (
            <>
              {place}
              {required ? `, ${claims.required}` : ""}. <span lang="en">{plain(description)}</span>
            </>
          ),
        },
      }))}
    />
  );
}

type EndpointProps = { method: string; path: string; described: Described; guide: Guide };

function Endpoint({ method, path, described, guide }: EndpointProps) {
  const { summary, description, parameters, requestBody, responses } = described;
  const { reference } = guide;
  const answer = responses[200].content["application/json"]?.schema ?? {};
  const example = requestBody?.content["application/json"]?.example;
  const heading = `${method.toUpperCase()} ${path}`;
  return (
    <Disclosure
      id={described.operationId}
      summary={
        <>
          <code dir="ltr">{heading}</code> <span lang="en">{summary}</span>
        </>
      }
    >
      <p className="breakable" lang="en">
        {plain(description)}
      </p>
      <Parameters parameters={parameters} guide={guide} />
      {example === undefined ? null : (
        <>
          <p>{reference.example}</p>
          <Code label={`${heading}: ${reference.example}`}>{JSON.stringify(example, null, 2)}</Code>
        </>
      )}
      <p>{reference.answer}</p>
      <ul>
        {fieldsOf(answer).map((field) => (
          <li key={field}>
            <code dir="ltr" className="breakable">
              {field}
            </code>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The API operation by operation, read from its own description. */
export function Reference({ guide }: { guide: Guide }) {
  const { paths } = openApi() as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => (
      <Endpoint key={described.operationId} method={method} path={path} described={described} guide={guide} />
    )),
  );
}

import type { ReactNode } from "react";

export type PassportPart =
  | "photo"
  | "number"
  | "names"
  | "birth-date"
  | "validity"
  | "signature"
  | "code-lines";
export type PassportCallout = { part: PassportPart; text: ReactNode };

export type PassportPageProps = {
  /** What the picture shows, in words. */
  title: string;
  /** Numbered in the order given; each is marked in the picture and said beside it. */
  callouts: readonly PassportCallout[];
};

const SPOTS: Record<PassportPart, { x: number; y: number; frame: [number, number, number, number] }> = {
  photo: { x: 22, y: 40, frame: [22, 40, 84, 104] },
  number: { x: 318, y: 28, frame: [232, 28, 86, 22] },
  names: { x: 318, y: 62, frame: [120, 62, 198, 34] },
  "birth-date": { x: 214, y: 102, frame: [120, 102, 94, 24] },
  validity: { x: 318, y: 102, frame: [222, 102, 96, 24] },
  signature: { x: 318, y: 132, frame: [120, 132, 198, 26] },
  "code-lines": { x: 22, y: 172, frame: [22, 172, 296, 36] },
};

const Line = ({ x, y, width }: { x: number; y: number; width: number }) => (
  <rect x={x} y={y} width={width} height="6" rx="3" className="passport__ink" />
);

/** A grey passport page without words: nobody's data and no country's design. */
function Page() {
  return (
    <>
      <rect x="2" y="2" width="336" height="222" rx="10" className="passport__paper" />
      <Line x={22} y={22} width={64} />
      <rect x="28" y="46" width="72" height="92" rx="3" className="passport__photo" />
      <circle cx="64" cy="82" r="16" className="passport__figure" />
      <path d="M34 138c2-22 14-32 30-32s28 10 30 32Z" className="passport__figure" />
      <Line x={238} y={36} width={74} />
      <Line x={126} y={68} width={110} />
      <Line x={126} y={84} width={150} />
      <Line x={126} y={111} width={66} />
      <Line x={228} y={111} width={66} />
      <path
        className="passport__signature"
        d="M132 150c10-16 16-12 12 0 8-14 14-14 14-2 6-10 12-12 14-2 8-8 14-8 18 0 12-8 22-6 34-4"
      />
      <path className="passport__code" d="M28 183h284M28 197h284" />
    </>
  );
}

function Spot({ part, number }: { part: PassportPart; number: number }) {
  const { x, y, frame } = SPOTS[part];
  const [left, top, width, height] = frame;
  return (
    <g className="passport__spot">
      <rect x={left} y={top} width={width} height={height} rx="5" />
      <circle cx={x} cy={y} r="11" />
      <text x={x} y={y + 4.5} textAnchor="middle">
        {number}
      </text>
    </g>
  );
}

export function PassportPage({ title, callouts }: PassportPageProps) {
  return (
    <figure className="passport">
      <svg viewBox="-6 -6 352 238" role="img" aria-label={title} focusable="false">
        <Page />
        {callouts.map(({ part }, index) => (
          <Spot key={part} part={part} number={index + 1} />
        ))}
      </svg>
      <figcaption>
        <ol className="passport__callouts">
          {callouts.map(({ part, text }) => (
            <li key={part}>{text}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

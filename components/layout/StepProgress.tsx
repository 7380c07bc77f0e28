import type { ReactNode } from "react";

export type StepProgressProps = {
  current: number;
  total: number;
  /** The same in words: "Step 3 of 11: Passport". */
  children: ReactNode;
};

const stateOf = (step: number, current: number) =>
  step < current ? "done" : step === current ? "here" : undefined;

export function StepProgress({ current, total, children }: StepProgressProps) {
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="step-progress">
      <p>{children}</p>
      <div className="step-progress__bar" aria-hidden="true">
        {steps.map((step) => (
          <span key={step} data-state={stateOf(step, current)} />
        ))}
      </div>
    </div>
  );
}

/** The guided tour of the counter, in training: five things to do, each left behind by doing it. */
import { useState } from 'react';

export const tourSteps = ['find', 'palette', 'payer', 'pass', 'ussd'] as const;
export type TourStep = (typeof tourSteps)[number];

/** What the counter shows at this moment. */
export interface TourScene {
  readonly isCustomerOpen: boolean;
  /** What lies in front of the page. */
  readonly shown: string;
}

export interface Tour {
  /** `end`: all five are done; `null`: nobody is being shown around. */
  readonly step: TourStep | 'end' | null;
  readonly toggle: () => void;
  readonly skip: () => void;
}

export function useTour(scene: TourScene): Tour {
  const [step, setStep] = useState<Tour['step']>(null);
  if (step !== null && step !== 'end' && isDone(step, scene)) setStep(stepAfter(step));
  return {
    step,
    toggle: () => setStep(step === null ? 'find' : null),
    skip: () => setStep(step === null || step === 'end' ? null : stepAfter(step)),
  };
}

export function stepAfter(step: TourStep): TourStep | 'end' {
  return tourSteps[tourSteps.indexOf(step) + 1] ?? 'end';
}

export function isDone(step: TourStep, { isCustomerOpen, shown }: TourScene): boolean {
  switch (step) {
    case 'find':
      return isCustomerOpen;
    case 'palette':
    case 'payer':
    case 'ussd':
      return shown === step;
    case 'pass':
      return shown === 'passes';
  }
}

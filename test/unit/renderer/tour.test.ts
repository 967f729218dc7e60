import { expect, it } from 'vitest';
import { isDone, stepAfter, tourSteps } from '../../../renderer/agent/tour/tour';

const nothing = { isCustomerOpen: false, shown: 'nothing' };

it('a step of the tour is left behind by doing what it says, and by nothing else', () => {
  const doing = {
    find: { isCustomerOpen: true, shown: 'nothing' },
    palette: { isCustomerOpen: true, shown: 'palette' },
    payer: { isCustomerOpen: true, shown: 'payer' },
    pass: { isCustomerOpen: true, shown: 'passes' },
    ussd: { isCustomerOpen: true, shown: 'ussd' },
  };
  for (const step of tourSteps) {
    expect(isDone(step, nothing)).toBe(false);
    expect(tourSteps.filter((other) => other !== 'find' && isDone(other, doing[step]))).toEqual(
      step === 'find' ? [] : [step],
    );
  }
  expect(isDone('find', doing.find)).toBe(true);
});

it('the tour has five steps and an end', () => {
  expect(tourSteps).toHaveLength(5);
  expect(tourSteps.map(stepAfter)).toEqual([...tourSteps.slice(1), 'end']);
});

/**
 * A property is asked again for each of a thousand mutants: of its cases only the first, the same ones each time, and
 * the counterexample as it was found.
 */
import fc from 'fast-check';
import { effortSeed } from '../helpers/effort';

const cases = 50;

fc.configureGlobal({ seed: effortSeed, endOnFailure: true });
fc.installGlobalPlugin(() => {
  let ran = 0;
  return {
    decorateRun: (run) => (value) => {
      ran += 1;
      return ran > cases ? new fc.PreconditionFailure(true) : run(value);
    },
  };
});

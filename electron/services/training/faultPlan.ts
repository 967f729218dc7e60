/** Which request meets which fault. */
import type { Fault } from './faults';
import type { ApiName } from './router';
import { SeededRandom } from './seededRandom';

export interface FaultRule {
  readonly fault: Fault;
  /** Absent: every interface. */
  readonly on?: readonly ApiName[];
  /** Absent: every method. */
  readonly method?: 'GET' | 'POST';
  /** Of a request that the rule is for; absent: 1. Those of several rules add up: a request meets one fault at most. */
  readonly probability?: number;
  /** How many requests meet it; absent: until told otherwise. */
  readonly times?: number;
}

export interface FaultPlan {
  /** Replaces all rules. The same seed meets the same requests in the same order. */
  readonly set: (rules: readonly FaultRule[], seed: number) => void;
  /** To be asked once for each request. */
  readonly next: (api: ApiName, method: string) => Fault | null;
  /** Nobody gets through, whatever is asked. */
  readonly isOffline: () => boolean;
}

export function createFaultPlan(): FaultPlan {
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  let random = new SeededRandom(0, 0);
  return {
    set: (next, seed) => {
      rules = next.map((rule) => ({ rule, left: rule.times ?? Infinity }));
      random = new SeededRandom(seed, 0);
    },
    next: (api, method) => {
      const meant = rules.filter(
        ({ rule, left }) =>
          left > 0 &&
          (rule.on?.includes(api) ?? true) &&
          (rule.method === undefined || rule.method === method),
      );
      if (meant.length === 0) return null;
      let draw = random.fraction();
      for (const entry of meant) {
        draw -= entry.rule.probability ?? 1;
        if (draw >= 0) continue;
        entry.left -= 1;
        return entry.rule.fault;
      }
      return null;
    },
    isOffline: () => {
      const [first] = rules;
      return first?.rule.fault.kind === 'offline' && isForAll(first.rule);
    },
  };
}

function isForAll({ on, method, probability, times }: FaultRule): boolean {
  return on === undefined && method === undefined && probability === undefined && times === undefined;
}

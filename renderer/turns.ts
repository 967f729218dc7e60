import { useState } from 'react';

export interface Turns {
  /** Begins one: what was asked before is late from then on. Says whether it is still this one. */
  readonly next: () => () => boolean;
  /** The same of the one that has begun last. */
  readonly current: () => () => boolean;
}

/** Counts what is asked, so that an answer that comes late can be dropped. The same for the life of the component. */
export function useTurns(): Turns {
  const [turns] = useState(createTurns);
  return turns;
}

function createTurns(): Turns {
  let turn = 0;
  const current = () => {
    const mine = turn;
    return () => mine === turn;
  };
  return {
    next() {
      turn += 1;
      return current();
    },
    current,
  };
}

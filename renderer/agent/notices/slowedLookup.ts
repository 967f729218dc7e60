import { useEffect, useState } from 'react';
import { on } from '../../bridge';

/** Which lookup of this session is being kept waiting now, for there were too many before it; `null`: none. */
export function useSlowedLookup(): number | null {
  const [slowed, setSlowed] = useState<number | null>(null);
  useEffect(() => {
    let timer = 0;
    let waits = 0;
    const stop = on('customer:slowed', ({ ms }) => {
      waits += 1;
      setSlowed(waits);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setSlowed(null), ms);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, []);
  return slowed;
}

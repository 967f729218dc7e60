/**
 * Remembers what a pure function answered. At the limit everything is forgotten, so that no feed, however odd, can
 * fill the memory.
 */
export function remember<Key, Answer>(answer: (key: Key) => Answer, limit = 1000): (key: Key) => Answer {
  const known = new Map<Key, Answer>();
  return (key) => {
    // Stored answers may be anything but `undefined`, which stands for not stored.
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    if (known.size >= limit) known.clear();
    const fresh = answer(key);
    known.set(key, fresh);
    return fresh;
  };
}

/** Makes it when it is first asked for, and never again. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

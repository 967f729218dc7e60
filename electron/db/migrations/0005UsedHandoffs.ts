/** Hand-off codes from kiosks that this machine has accepted, until nobody could use them any more. */
export const usedHandoffs = `
  CREATE TABLE used_handoffs (
    code TEXT PRIMARY KEY,
    used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

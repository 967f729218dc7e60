/**
 * What this machine says by itself, and nobody can send again: orders on their way, and the log of who did what.
 * `audit_end` seals how long the log is, so that a log cut at its end shows.
 */
export const orders = `
  CREATE TABLE orders (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    msisdn INTEGER NOT NULL,
    intent TEXT NOT NULL,
    amount INTEGER,
    currency TEXT,
    placed_by TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    since INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    operator_id TEXT,
    attempts INTEGER NOT NULL,
    outcome_unknown INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX orders_by_msisdn ON orders (msisdn, number);
  CREATE INDEX orders_unfinished ON orders (number)
    WHERE state NOT IN ('completed', 'rejected', 'cancelled');

  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    seal BLOB NOT NULL
  ) STRICT;

  CREATE TABLE audit_end (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    entries INTEGER NOT NULL,
    seal BLOB NOT NULL
  ) STRICT;
`;

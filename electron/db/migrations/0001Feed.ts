/**
 * The cache of the feed. A subscriber is one row, appended and found through an index: rows clustered by number
 * would be written all over the file during a first sync. `generation` is the number before the dash of `_rev`;
 * generations compare within one `pass` over the feed only, since a replaced database counts from one again.
 */
export const feed = `
  CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY,
    msisdn INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    document BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX subscribers_by_msisdn ON subscribers (msisdn);

  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    generation INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tombstones (
    id TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    pass INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quarantine (
    id TEXT PRIMARY KEY,
    revision TEXT NOT NULL,
    generation INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    msisdn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    account_id TEXT NOT NULL,
    code TEXT NOT NULL,
    label TEXT,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ledger_by_msisdn ON ledger (msisdn, at);

  CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL,
    since TEXT NOT NULL,
    pass INTEGER NOT NULL,
    pass_complete INTEGER NOT NULL,
    ever_complete INTEGER NOT NULL,
    documents_version INTEGER NOT NULL,
    unknown_types INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    high_water INTEGER NOT NULL,
    "offset" INTEGER NOT NULL
  ) STRICT;
`;

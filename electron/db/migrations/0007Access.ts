/**
 * Who may sign in and how often it was tried. `tries` knows a number or a login by a keyed hash only; `tries_change`
 * counts the changes of it, so that an old copy of the database shows. `local_staff` has the supervisor who set up a
 * device before the feed had named any staff.
 */
export const access = `
  CREATE TABLE tries (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    wait_ms INTEGER NOT NULL,
    quiet_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tries_change (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE local_staff (
    login TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    password TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE recent_logins (
    login TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feed_contact (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
  ) STRICT;
`;

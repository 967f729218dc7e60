/**
 * Which damaged files this database was made from. `restored` is 1 once the subscribers and ledgers that could still be
 * read have been taken over; `lost` lists the tables of which rows could not be read.
 */
export const repairs = `
  CREATE TABLE repairs (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    set_aside TEXT NOT NULL,
    lost TEXT NOT NULL,
    restored INTEGER NOT NULL
  ) STRICT;
`;

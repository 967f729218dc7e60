/**
 * What the operator's systems said of a subscriber, a row for each section, with the moment when it was true. A
 * subscriber who goes takes it along.
 */
export const liveSections = `
  CREATE TABLE live_sections (
    msisdn INTEGER NOT NULL REFERENCES subscribers (msisdn) ON DELETE CASCADE,
    section TEXT NOT NULL,
    as_of INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (msisdn, section)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * By which the lines of one customer are found: a number made from the customer's id, see subscribers.ts. Its index
 * is made at the end of the first pass over the feed, in one go: kept up row by row it would be written all over the
 * file, as the numbers come in no order. What is stored already has no key, so the feed is read once more: with no
 * database known, the next sync begins a pass, and all stays readable meanwhile.
 */
export const customerKeys = `
  ALTER TABLE subscribers ADD COLUMN customer INTEGER;
  UPDATE checkpoint SET identity = '[]';
`;

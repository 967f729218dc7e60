/** Why a feed document was set aside, taken apart for a page to tell it in its language. */

/**
 * What each sentence says of its place, the last one where no other does. What it captures is technical: keys, limits,
 * patterns, values.
 */
const sentences = [
  ['missing', /^must have required properties (.+)$/],
  ['wrongForm', /^must match pattern (.+)$/],
  ['tooSmall', /^must be >= (.+)$/],
  ['tooLarge', /^must be <= (.+)$/],
  ['tooShort', /^must not have fewer than (\d+) characters$/],
  ['tooLong', /^must not have more than (\d+) characters$/],
  ['tooMany', /^must not have more than (\d+) items$/],
  ['tooNew', /^must not be above (\d+), the newest that is understood$/],
  ['tooDeep', /^must not be nested so deep or so large$/],
  ['notSent', /^must come with its change and fit into a page$/],
  ['otherId', /^must be the id of its change$/],
  ['wrongId', /^must be ("\w+:") and (\/\w+)$/],
  ['wrongType', /^must be (string|integer|boolean|object|array)$/],
  ['wrongValue', /^must be (.+)$/],
] as const;

export type QuarantineProblem = (typeof sentences)[number][0];

export interface QuarantineReason {
  /** `/main/amount`; `document` for the whole. */
  readonly place: string;
  readonly problem: QuarantineProblem;
  /** `integer`, `agent, supervisor`; empty where the problem says it all. */
  readonly detail: string;
}

/** @param reason as `validateFeedDocument` and the sync give it @returns `null` for a sentence that is not known */
export function readQuarantineReason(reason: string): QuarantineReason | null {
  const space = reason.indexOf(' ');
  const place = reason.slice(0, space);
  const sentence = reason.slice(space + 1);
  for (const [problem, pattern] of sentences) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const detail = match.slice(1).join(' + ');
    return { place, problem, detail: problem === 'wrongValue' ? detail.replaceAll(' or ', ', ') : detail };
  }
  return null;
}

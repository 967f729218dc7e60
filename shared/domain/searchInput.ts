/** What was typed or scanned into the counter's one search box. A scanner is a fast typist who ends with Enter. */
import { isHandoffCodeShaped } from './handoffCode';
import { isReceiptCodeShaped } from './receiptCode';
import { groupedCode, tidyCode } from './typedCode';

export type SearchInput =
  /** From a kiosk; `code` is grouped. */
  | { readonly kind: 'handoff'; readonly code: string }
  | { readonly kind: 'receipt'; readonly code: string }
  /** Everything else: whoever looks it up says what is wrong with it. */
  | { readonly kind: 'number'; readonly query: string };

/** Tells by the shape alone: whether a code is right is for those to say who can check its seal. */
export function recogniseSearchInput(typed: string): SearchInput {
  const query = typed.trim();
  // A number is never a code, however many digits it has.
  const code = /\p{L}/u.test(query) ? tidyCode(query) : null;
  if (code !== null && isReceiptCodeShaped(code)) return { kind: 'receipt', code: groupedCode(code) };
  if (code !== null && isHandoffCodeShaped(code)) return { kind: 'handoff', code: groupedCode(code) };
  return { kind: 'number', query };
}

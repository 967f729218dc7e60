/**
 * What a log line may not tell: telephone numbers are masked (`22507••••••01`), amounts and secrets left out.
 * The program is written so that neither gets to a log; this holds when a library's message or a later change does.
 */

const dateTime = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/;
// In an address a space is written as `%20` or `+`, and a `+` as `%2B`.
const separator = String.raw`(?:%20|%2B|[\s.()+\u2011_/-]){0,2}`;
const phoneNumber = new RegExp(String.raw`\+?\d(?:${separator}\d){7,}`);
const amount = /[+-]?\d[\d\s.,\u00a0\u202f]*(?:F\s?CFA|FCFA|XOF|XAF|[kmgt]?[ob]\b)/i;
const parts = new RegExp(`(${dateTime.source})|(${amount.source})|(${phoneNumber.source})`, 'giu');

const secretField = /amount|balance|main|name$|password|pin$|secret|key$|token|authorization/i;

export type LogValue = string | number | boolean | null;

/** Masks what looks like a number of at least eight digits, however it is spaced, and drops amounts with their unit. */
export function redactText(text: string): string {
  return text.replace(parts, (found: string, when?: string, money?: string) => {
    if (when !== undefined) {
      return found;
    }
    return money === undefined ? maskDigits(found) : '•••';
  });
}

export function redactField(name: string, value: LogValue): LogValue {
  if (secretField.test(name)) {
    return '•••';
  }
  if (typeof value === 'string') {
    return redactText(value);
  }
  const isLongNumber = typeof value === 'number' && Math.abs(value) >= 10_000_000;
  return isLongNumber ? redactText(String(value)) : value;
}

function maskDigits(text: string): string {
  const digits = text.replace(/%20|%2B/gi, '').replace(/\D/g, '');
  const shown = digits.length > 10 ? digits.slice(0, 5) : digits.slice(0, 2);
  return `${shown}••••••${digits.slice(-2)}`;
}

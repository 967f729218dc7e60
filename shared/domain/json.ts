/** What the text says; `undefined`: not JSON, which no schema takes. It may begin with the mark that Windows editors leave. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

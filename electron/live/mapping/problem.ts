/** The body in which an interface says why it turned a question down: TMF `Error`, CAMARA `ErrorInfo`. */
import Type from 'typebox';
import { Check } from 'typebox/value';

const problemSchema = Type.Object({
  code: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
});

export interface Problem {
  readonly code?: string;
  /** Everything that was said, for a word that is known. */
  readonly texts: readonly string[];
}

export function problemIn(body: unknown): Problem {
  if (!Check(problemSchema, body)) return { texts: [] };
  const { code, reason, message } = body;
  const texts = [code, reason, message].filter((text) => text !== undefined);
  return { ...(code !== undefined && { code }), texts };
}

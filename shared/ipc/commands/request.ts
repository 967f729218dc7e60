import Type from 'typebox';

export const language = Type.Union([Type.Literal('fr'), Type.Literal('en')]);

/** A request without content. */
export const nothing = Type.Object({}, { additionalProperties: false });

/** No field beyond these is accepted. */
export function request<Fields extends Type.TProperties>(fields: Fields) {
  return Type.Object(fields, { additionalProperties: false });
}

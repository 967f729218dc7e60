import Type from 'typebox';

/** E.164 digits without the plus sign, for a pattern. */
export const msisdnDigits = '[1-9]\\d{5,14}';

export const msisdnSchema = Type.String({ pattern: `^${msisdnDigits}$` });

export const languages = ['fr', 'en'] as const;

/** French first, English second: the order in which both are offered. */
export type Language = (typeof languages)[number];

/** A text that exists in every language of the product. */
export type Localized = Readonly<Record<Language, string>>;

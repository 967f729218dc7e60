/** The two faces of the program: staff at the counter, or the customer alone at the screen. */
export const modes = ['agent', 'selfservice'] as const;

export type Mode = (typeof modes)[number];

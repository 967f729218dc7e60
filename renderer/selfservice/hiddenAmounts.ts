import { createContext } from 'react';

/** Whether amounts are covered, so that onlookers cannot read them. */
export const HiddenAmounts = createContext(false);

import { localizedTexts } from './localizedTexts';

/** Texts of the agent face. */
export const agent = localizedTexts({ title: 'Comptoir' }, { title: 'Comptoir' });

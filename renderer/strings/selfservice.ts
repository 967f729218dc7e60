import { localizedTexts } from './localizedTexts';

/** Texts of the self-service face. */
export const selfservice = localizedTexts({ title: 'Comptoir' }, { title: 'Comptoir' });

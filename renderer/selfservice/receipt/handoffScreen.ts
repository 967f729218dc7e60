import { handoffScreens, type HandoffScreen } from '../../../shared/domain/handoffCode';
import type { Page } from '../visitState';

/** The page as a code can carry it; one that no code knows leads to the whole of the customer. */
export function handoffScreenOf(page: Page): HandoffScreen {
  const name = page.name === 'category' ? page.code : page.name;
  return handoffScreens.find((screen) => screen === name) ?? 'home';
}

/** How tests get past the doors: staff sign in, customers show who they are. */
import { expect, type Page } from '@playwright/test';
import { demoPasswords, demoPin, type DemoLogin } from '../../electron/services/training/demoCredentials';
import { demoStaff } from '../../electron/services/training/staff';
import { call, often } from './bridge';
import { syncStatus } from './feedState';

/** Past the screen; waits until the feed has brought the staff. */
export async function signIn(page: Page, login: DemoLogin = 'k.yao'): Promise<void> {
  // Not tried before the login is known, since tries are counted.
  const isLoginKnown = async () => {
    const session = await call(page, 'staff:session', {});
    if (!session.ok) return false;
    // In training somebody is signed in before the feed has come.
    return session.value.kind === 'signedOut' ? !session.value.needsSetUp : (await syncStatus(page)).complete;
  };
  await expect.poll(isLoginKnown, often).toBe(true);
  const answer = await call(page, 'staff:signIn', { login, password: demoPasswords[login] });
  expect(answer).toMatchObject({ ok: true, value: { kind: 'signedIn' } });
  // The page hears of it a moment later, and knows no key of a supervisor before.
  const { name } = demoStaff.find((member) => member.login === login)!;
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible();
}

/** On the kiosk's screen for the PIN. */
export async function typePin(page: Page, pin: string = demoPin): Promise<void> {
  const keypad = page.getByRole('group', { name: /^(Clavier|Keypad)$/ });
  for (const digit of pin) await keypad.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: /^(Valider|Confirm)$/ }).click();
}

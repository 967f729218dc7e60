/** What becomes of a customer's visit when the network or the program ends half-way through it. */
import type { Page } from '@playwright/test';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { typePin } from './access';
import { call } from './bridge';
import { expectSyncState, synced } from './feedState';
import { expect, shopTest, sizes, type Comptoir, type Shop } from './fixture';
import {
  expectNothingLeft,
  giveNumber,
  giveNumberAsItIs,
  openDemoCustomer,
  openTile,
  rich,
  startKiosk,
  title,
  titles,
  typeOnKeypad,
  whileTouched,
} from './kioskSteps';
import { pictureHere } from './screens';
import { findTraces } from './traces';
import { changeUpstream, typedNumber } from './training';

shopTest.use({ mode: 'selfservice', size: sizes.kiosk });
// The killed one and the one that comes after it are two starts of a shop of the test's own.
shopTest.setTimeout(120_000);

const passPrice = 250;
const bill = { id: 'F-2026-12-0001', amount: 5_000, currency: 'XOF', status: 'due' } as const;
const subscriber = 'subscriber:2250700000001';
const paid = Type.Object({ main: Type.Object({ amount: Type.Number() }) });

/** What the operator says is on the main account. */
function mainAccount({ upstream }: Shop): number {
  return Value.Parse(paid, upstream.find(subscriber)).main.amount;
}

async function openPass(page: Page): Promise<void> {
  await openTile(page, 'Pass');
  await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
  await expect(page.getByRole('button', { name: /^Je confirme/ })).toBeVisible();
}

/** A visit on the page before the only bill there is to pay. */
async function startAtBill(profileFolder: string, shop: Shop): Promise<Comptoir> {
  changeUpstream(shop, 'richActive', { bills: [bill] });
  const { app, page } = await startKiosk(profileFolder, shop);
  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Factures');
  await page.getByRole('button', { name: `Payer : ${bill.id}` }).click();
  await expect(title(page, `Facture ${bill.id}`)).toBeVisible();
  return { app, page };
}

const orderStates = async (page: Page): Promise<readonly string[]> => {
  const answer = await call(page, 'customer:render', { language: 'fr' });
  return answer.ok && !answer.value.restricted ? answer.value.orders.map(({ state }) => state) : ['?'];
};

shopTest(
  'an order confirmed after the network was lost waits, says so, and is done once when it is back',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startKiosk(profileFolder, shop);
    await openDemoCustomer(page, 'richActive');
    await openPass(page);
    const before = mainAccount(shop);
    shop.upstream.setFault({ kind: 'offline' });
    await expectSyncState(page, 'offline', { timeout: 30_000 });
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    const state = page.getByRole('main').getByRole('status');
    // Whether a connection that was made and cut at once had carried the order, nobody knows: then it is asked for.
    await expect(state).toContainText(/En attente d’envoi|La réponse de l’opérateur est attendue/);
    await pictureHere(page, 'selfservice-order-waits');
    expect(mainAccount(shop)).toBe(before);

    shop.upstream.setFault(null);
    // What may be on its way is not sent again for a minute; the visitor may be gone by then.
    await expect.poll(() => mainAccount(shop), { timeout: 100_000 }).toBe(before - passPrice);
    await app.close();
  },
);

shopTest(
  'a bill is not paid without the network: the page that is open says so, and takes it back when it is there again',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startAtBill(profileFolder, shop);
    const confirm = page.getByRole('button', { name: /^Je confirme/ });
    await expect(confirm).toBeVisible();
    const before = mainAccount(shop);

    shop.upstream.setFault({ kind: 'offline' });
    await expect(page.getByText('Un paiement ne se fait qu’en ligne : réessayez plus tard.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(confirm).toHaveCount(0);
    await expect(page.getByText(/^Données du .*, hors ligne$/)).toBeVisible();
    await pictureHere(page, 'selfservice-bill-offline');

    shop.upstream.setFault(null);
    await whileTouched(page, () => confirm.click({ timeout: 2_000 }));
    await expect(page.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    expect(mainAccount(shop)).toBe(before - bill.amount);
    await app.close();
  },
);

shopTest(
  'a bill confirmed as the network goes is never paid later: the page says that nothing was paid',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startAtBill(profileFolder, shop);
    const before = mainAccount(shop);
    // The payment is the first that notices.
    shop.upstream.setFaults([{ fault: { kind: 'offline' }, on: ['payments'] }]);
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    const state = page.getByRole('main').getByRole('status');
    // Whether a connection that was made and cut at once had carried it, nobody knows: then it is asked for.
    await expect(state).toContainText(/rien n’a été payé|La réponse de l’opérateur est attendue/);
    shop.upstream.setFault({ kind: 'offline' });
    await expectSyncState(page, 'offline', { timeout: 30_000 });

    shop.upstream.setFault(null);
    const nothingPaid = state.getByText('L’opérateur n’a pas pu être joint : rien n’a été payé.');
    // What may be on its way is not given up for a minute.
    await whileTouched(page, () => expect(nothingPaid).toBeVisible({ timeout: 2_000 }));
    await expect(title(page, 'Demande annulée')).toBeVisible();
    expect(mainAccount(shop)).toBe(before);
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await expect(title(page, `Facture ${bill.id}`)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Je confirme/ })).toBeVisible();
    await app.close();
  },
);

shopTest(
  'a bill whose answer is lost with the network is paid once, and the page says so when it comes',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startAtBill(profileFolder, shop);
    const before = mainAccount(shop);
    shop.upstream.setFaults([
      { fault: { kind: 'lostAnswer' }, on: ['payments'], method: 'POST' },
      { fault: { kind: 'offline' }, on: ['payments'], method: 'GET' },
    ]);
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    await expect.poll(() => mainAccount(shop)).toBe(before - bill.amount);
    shop.upstream.setFault({ kind: 'offline' });
    await expect(page.getByRole('main').getByRole('status')).toContainText(
      'La réponse de l’opérateur est attendue',
    );
    await pictureHere(page, 'selfservice-bill-answer-lost');
    shop.upstream.setFault(null);
    const done = page.getByRole('status').getByText('Faite', { exact: true });
    await whileTouched(page, () => expect(done).toBeVisible({ timeout: 2_000 }));
    await page.getByRole('button', { name: 'Retour' }).click();
    await expect(page.getByText('payée')).toBeVisible();
    await expect(page.getByRole('button', { name: `Payer : ${bill.id}` })).toHaveCount(0);
    expect(mainAccount(shop)).toBe(before - bill.amount);
    await app.close();
  },
);

shopTest(
  'a program killed half-way starts at the welcome: of the visitor nothing is left, of their order all, once',
  async ({ profileFolder, shop }) => {
    let { app, page } = await startKiosk(profileFolder, shop);
    const startAgain = async (): Promise<void> => {
      const ended = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await ended;
      ({ app, page } = await startKiosk(profileFolder, shop));
      await synced(page);
      await expectNothingLeft(page);
      expect(findTraces(profileFolder, [typedNumber('richActive'), rich.familyName])).toEqual([]);
    };

    await giveNumber(page, 'richActive');
    await typeOnKeypad(page, '123');
    await startAgain();

    // Seen, not confirmed.
    await openDemoCustomer(page, 'richActive');
    await openPass(page);
    const before = mainAccount(shop);
    await startAgain();

    await openDemoCustomer(page, 'richActive');
    expect(await orderStates(page)).toEqual([]);
    await openPass(page);
    // The operator takes the order, and its answer never comes.
    shop.upstream.setFaults([{ fault: { kind: 'lostAnswer' }, on: ['orders'], method: 'POST' }]);
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    await expect.poll(() => mainAccount(shop), { timeout: 20_000 }).toBe(before - passPrice);
    await startAgain();
    shop.upstream.setFault(null);

    await giveNumberAsItIs(page, 'richActive');
    await typePin(page);
    await expect(title(page, titles.home)).toBeVisible();
    await expect.poll(() => orderStates(page), { timeout: 60_000 }).toEqual(['completed']);
    expect(mainAccount(shop)).toBe(before - passPrice);
    await app.close();
  },
);

shopTest(
  'a visit that began without the network is live as soon as it is back, on the page that is open',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startKiosk(profileFolder, shop);
    await synced(page);
    shop.upstream.setFault({ kind: 'offline' });
    await expectSyncState(page, 'offline', { timeout: 30_000 });
    await giveNumberAsItIs(page, 'richActive');
    await typePin(page);
    await expect(title(page, titles.home)).toBeVisible();
    await expect(page.getByText(/^Données du .*, hors ligne$/)).toBeVisible();
    await openPass(page);
    const waits = page.getByText('L’opérateur ne répond pas. La demande attendra ici');
    await expect(waits).toBeVisible();

    shop.upstream.setFault(null);
    await whileTouched(page, () => expect(page.getByText(/^En direct, le /)).toBeVisible({ timeout: 2_000 }));
    await expect(waits).toHaveCount(0);
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    await expect(page.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await app.close();
  },
);

shopTest(
  'a code sent before the network was lost is taken when it is back, and until then the PIN is',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await startKiosk(profileFolder, shop);
    await giveNumber(page, 'richActive');
    await page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
    await expect(title(page, 'Le code reçu par SMS')).toBeVisible();
    const code = shop.upstream.lastCode('2250700000001')!;
    shop.upstream.setFault({ kind: 'offline' });
    await expect(page.getByText(/nos conseillers vous servent au comptoir/)).toBeVisible({ timeout: 30_000 });
    await typeOnKeypad(page, code);
    await page.getByRole('button', { name: 'Valider' }).click();
    await expect(page.getByRole('alert')).toContainText('Le service de SMS ne répond pas.');
    await expect(page.getByRole('button', { name: 'Utiliser mon code secret' })).toBeEnabled();
    await pictureHere(page, 'selfservice-code-offline');

    shop.upstream.setFault(null);
    await whileTouched(page, () => expectSyncState(page, 'live', { timeout: 2_000 }));
    await typeOnKeypad(page, code);
    await page.getByRole('button', { name: 'Valider' }).click();
    await expect(title(page, titles.home)).toBeVisible();
    await app.close();
  },
);

/** A customer of several lines goes from one to another without a second PIN. */
import { call } from './bridge';
import { expect, shopTest, sizes, test } from './fixture';
import { goHome, openDemoCustomer, openTile, title } from './kioskSteps';
import { pictureHere, pictureScreen } from './screens';
import { buildSubscriber } from '../helpers/builders';

test.use({ mode: 'selfservice', size: sizes.kiosk });
shopTest.use({ mode: 'selfservice', size: sizes.kiosk });

test('other lines are a touch away and back, and one that is not active shows no more than its main account', async ({
  page,
}) => {
  await openDemoCustomer(page, 'severalContracts');
  await openTile(page, 'Mes lignes');
  await expect(page.getByText('Vous voyez le 07 00 00 00 09.')).toBeVisible();
  await pictureScreen(page, 'selfservice-lines');

  await page.getByRole('button', { name: 'Voir la ligne 07 00 00 00 10' }).click();
  await expect(title(page, /^Bonjour/)).toBeFocused();
  await expect(page.getByText('07 •• •• •• 10')).toBeVisible();
  await expect(page.getByText('Dauphin')).toBeVisible();

  await openTile(page, 'Mes lignes');
  const own = page.getByRole('listitem').filter({ hasText: '07 00 00 00 09' });
  await expect(own).toContainText('Celle de votre identification');
  await page.getByRole('button', { name: 'Voir la ligne 07 00 00 00 11' }).click();
  await expect(page.getByRole('heading', { name: 'Votre ligne est inactive' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveText([
    'Revenir à ma ligne',
    'Aide et numéros utiles',
  ]);
  await pictureScreen(page, 'selfservice-lines-restricted');
  expect(await call(page, 'payer:ask', { use: 'callOnNet', language: 'fr' })).toEqual({
    ok: false,
    error: 'NOT_ALLOWED',
  });
  await page.getByRole('button', { name: 'Revenir à ma ligne' }).click();
  await expect(page.getByText('07 •• •• •• 09')).toBeVisible();

  await page.getByRole('button', { name: 'Terminer' }).click();
  expect(await call(page, 'customer:switchLine', { msisdn: '2250700000010', language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});

shopTest(
  'a line that is not here, or is somebody else’s by now, is refused calmly and the own one stays',
  async ({ page, shop }) => {
    const [own, gone, elsewhere] = ['2250700000009', '2250799999991', '2250799999992'];
    const before = shop.upstream.find(`subscriber:${own}`);
    shop.upstream.put({ ...before, _id: `subscriber:${own}`, _rev: '900-a', contracts: [gone, elsewhere] });
    shop.upstream.put(
      buildSubscriber({ msisdn: gone, customer: { id: 'C-999999', name: 'Somebody ELSE', language: 'fr' } }),
    );
    await openDemoCustomer(page, 'severalContracts');
    await openTile(page, 'Mes lignes');
    const alert = page.getByRole('alert');
    await page.getByRole('button', { name: 'Voir la ligne 07 99 99 99 92' }).click();
    await expect(alert).toContainText('Cette ligne n’est pas consultable ici.');
    await page.getByRole('button', { name: 'Voir la ligne 07 99 99 99 91' }).click();
    await expect(alert).toContainText('Cette ligne demande son propre code.');
    await expect(page.getByText('Somebody')).toHaveCount(0);
    await pictureHere(page, 'selfservice-lines-refused');
    await goHome(page);
    await expect(page.getByText('07 •• •• •• 09')).toBeVisible();
    expect(await call(page, 'customer:render', { language: 'fr' })).toMatchObject({
      ok: true,
      value: { msisdn: own },
    });
  },
);

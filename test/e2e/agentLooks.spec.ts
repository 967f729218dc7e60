/** What is on the counter's page of a customer can be read whole. */
import { languages } from '../../shared/domain/language';
import { openCustomer } from './counter';
import { expect, sizes, switchLanguage, test } from './fixture';
import { cutTexts } from './pseudoLanguage';

test('nothing of a usual customer, of a long name or of hostile texts is cut, at any size in either language', async ({
  page,
}) => {
  test.slow();
  for (const key of ['richActive', 'veryLongName', 'hostileStrings'] as const) {
    await openCustomer(page, key);
    for (const language of languages) {
      await switchLanguage(page, language);
      for (const size of [sizes.counter, sizes.laptopCounter, sizes.smallCounter]) {
        await page.setViewportSize(size);
        // Keys that do not fit are left out of the bar; the help has them all.
        const ofPage = async () => (await cutTexts(page)).filter((cut) => !cut.includes('keyBar'));
        await expect.poll(ofPage).toEqual([]);
      }
    }
    await page.keyboard.press('Escape');
  }
});

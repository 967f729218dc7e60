import { placeInCatalogue } from '../../domain/bonusCatalogue';
import type { LedgerEntry } from '../../domain/ledger';
import type { LedgerLineView } from '../customerView';
import { momentOf, timeOfDayText } from '../moment';
import type { SectionContext } from '../sectionContext';
import { labelOf, titleOf } from './account';

/** The changes that were seen, newest first; of one moment, in the order they were found. */
export function ledgerLines(entries: readonly LedgerEntry[], context: SectionContext): LedgerLineView[] {
  return entries
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map((entry) => ({
      at: momentOf(entry.at, context),
      time: timeOfDayText(Date.parse(entry.at), context.market, context.language),
      account: accountTitle(entry, context),
      label: entry.kind,
      labelText: context.texts.ledger[entry.kind],
      change: {
        amount: entry.amount,
        unit: entry.unit,
        text: context.formats.change(entry.amount, entry.unit),
        asOf: entry.at,
        source: 'cache',
        // What happened stays true, however long ago.
        withheld: false,
      },
    }));
}

function accountTitle(entry: LedgerEntry, context: SectionContext): string {
  if (entry.accountId === 'main') return context.texts.mainAccount;
  const place = placeInCatalogue(entry, context.market);
  return titleOf(place, labelOf(entry, place, context), context);
}

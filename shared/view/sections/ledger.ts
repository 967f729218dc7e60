import { placeInCatalogue } from '../../domain/bonusCatalogue';
import { displayText } from '../../domain/displayText';
import type { LedgerEntry } from '../../domain/ledger';
import type { LedgerLineView } from '../customerView';
import { momentOf } from '../moment';
import type { SectionContext } from '../sectionContext';

/** The changes that were seen, newest first; of one moment, in the order they were found. */
export function ledgerLines(entries: readonly LedgerEntry[], context: SectionContext): LedgerLineView[] {
  return entries
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map((entry) => ({
      at: momentOf(entry.at, context),
      account: accountLabel(entry, context),
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

const longestLabel = 60;

function accountLabel(entry: LedgerEntry, context: SectionContext): string {
  if (entry.accountId === 'main') return context.texts.mainAccount;
  const { account } = placeInCatalogue(entry, context.market);
  return account === null
    ? displayText(entry.label ?? entry.code, longestLabel)
    : account.label[context.language];
}

import type { SubscriberDocument } from '../../domain/feedDocument';
import type { MainAccountView } from '../customerView';
import { figureOf } from '../figure';
import { endOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';

export function mainAccountView(main: SubscriberDocument['main'], context: SectionContext): MainAccountView {
  const expiresAt = endOrNull(main.expiresAt, context);
  return {
    label: context.texts.mainAccount,
    figure: figureOf(main.amount, main.currency, context),
    expiresAt,
    expired: expiresAt?.past ?? false,
  };
}

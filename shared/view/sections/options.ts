import { displayText } from '../../domain/displayText';
import type { SubscriberDocument } from '../../domain/feedDocument';
import type { OptionView } from '../customerView';
import { endOrNull, momentOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';

const longestLabel = 60;

/** The options in the order they came, those that have expired last. */
export function optionViews(
  options: NonNullable<SubscriberDocument['options']>,
  context: SectionContext,
): OptionView[] {
  return options
    .map((option) => {
      // What begins anew at 0 h does so on that day; what ends then has ended with the day before.
      const expiresAt = (option.renews === true ? momentOrNull : endOrNull)(option.expiresAt, context);
      return {
        code: option.code,
        label: displayText(option.label, longestLabel) || displayText(option.code, longestLabel),
        activatedAt: momentOrNull(option.activatedAt, context),
        expiresAt,
        expired: expiresAt?.past ?? false,
        renews: option.renews ?? null,
      };
    })
    .toSorted((a, b) => Number(a.expired) - Number(b.expired));
}

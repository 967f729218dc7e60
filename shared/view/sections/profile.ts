import { displayText } from '../../domain/displayText';
import type { SubscriberDocument } from '../../domain/feedDocument';
import { sectionPath } from '../../ussd/paths';
import type { ProfileView } from '../customerView';
import { dayOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';

const longestName = 60;

export function profileView(
  profile: NonNullable<SubscriberDocument['profile']>,
  context: SectionContext,
): ProfileView {
  const kind = profile.kind ?? null;
  return {
    kind,
    kindLabel: kind === null ? null : (context.texts.profileKinds.get(kind) ?? kind),
    offer: profile.offer === undefined ? null : displayText(profile.offer, longestName),
    plan: profile.plan === undefined ? null : displayText(profile.plan, longestName),
    since: dayOrNull(profile.since, context),
    ussdPath: sectionPath('profile', context.market),
  };
}

/** The sections of a subscriber that get into the view, each with its own age. */
import { isRestricted } from '../domain/customerStatus';
import type { SubscriberDocument } from '../domain/feedDocument';
import type { FreshnessClass } from '../domain/freshness';
import { liveSectionNames, type LiveSectionName } from '../domain/liveCustomer';
import type { LiveState, LiveView } from './customerView';
import { momentOf } from './moment';
import { liveContextOf, oldestOf, type SectionContext, type Snapshot } from './sectionContext';

export interface ShownSection<Name extends LiveSectionName> {
  readonly value: NonNullable<SubscriberDocument[Name]>;
  readonly context: SectionContext;
}

type RequiredName = 'status' | 'main';

/** `null`: a section that never came, is too old, or is not shown of a line of this status. */
export type ShownSections = { readonly [Name in RequiredName]: ShownSection<Name> } & {
  readonly [Name in Exclude<LiveSectionName, RequiredName>]: ShownSection<Name> | null;
};

/** Sections that are of no use once they are too old; of the others, the amounts are withheld. */
const hiddenWhenTooOld: Readonly<Partial<Record<LiveSectionName, FreshnessClass>>> = {
  profile: 'profile',
  options: 'profile',
  favourites: 'profile',
  usage: 'volume',
};

export function shownSections(snapshot: Snapshot, context: SectionContext): ShownSections {
  const { document } = snapshot;
  const { status, main } = document;
  const restricted = isRestricted(status);
  function shown<Name extends LiveSectionName>(
    name: Name,
    value: NonNullable<SubscriberDocument[Name]> | undefined,
  ): ShownSection<Name> | null {
    const own = liveContextOf(name, snapshot, context);
    const freshness = hiddenWhenTooOld[name];
    const isTooOld = freshness !== undefined && own.tooOld[freshness];
    return restricted || isTooOld || value === undefined ? null : { value, context: own };
  }
  return {
    status: { value: status, context: liveContextOf('status', snapshot, context) },
    main: { value: main, context: liveContextOf('main', snapshot, context) },
    customer: shown('customer', document.customer),
    profile: shown('profile', document.profile),
    buckets: shown('buckets', document.buckets),
    usage: shown('usage', document.usage),
    options: shown('options', document.options),
    favourites: shown('favourites', document.favourites),
    orangeMoney: shown('orangeMoney', document.orangeMoney),
    bills: shown('bills', document.bills),
  };
}

/** The age of the whole view. */
export function oldestSection(sections: ShownSections): SectionContext {
  return oldestOf(sections.main.context, contextsOf(sections));
}

export function liveView(sections: ShownSections, context: SectionContext): LiveView {
  const [first, ...others] = contextsOf(sections).filter(({ source }) => source === 'live');
  return {
    state: liveState(sections, context),
    asOf: first === undefined ? null : momentOf(oldestOf(first, others).asOf, context),
  };
}

function contextsOf(sections: ShownSections): SectionContext[] {
  return Object.values(sections).flatMap((section) => section?.context ?? []);
}

function liveState({ status }: ShownSections, { live = { kind: 'off' } }: SectionContext): LiveState {
  if (live.kind !== 'answered') return live.kind;
  const wanted: readonly LiveSectionName[] = isRestricted(status.value)
    ? ['status', 'main']
    : liveSectionNames;
  const failed = wanted.filter((name) => live.failed.includes(name));
  if (failed.length === 0) return 'fresh';
  return failed.length < wanted.length ? 'partial' : 'failed';
}

import type { ViewTexts } from '../viewTexts';

export const english: ViewTexts = {
  mainAccount: 'Main account',
  withheld: 'Too old to be shown',
  statuses: { active: 'active', inactive: 'inactive', deactivated: 'deactivated' },
  reaches: { intra: 'To Orange', tous: 'All networks', international: 'International' },
  window: (from, to) => `from ${from} to ${to}`,

  dateAt: (date, time) => `${date} at ${time}`,
  todayAt: (time) => `today at ${time}`,
  tonight: 'tonight',
  tomorrow: 'tomorrow',
  tomorrowAt: (time) => `tomorrow at ${time}`,
  yesterday: 'yesterday',
  yesterdayAt: (time) => `yesterday at ${time}`,

  profileKinds: new Map([
    ['prepaid', 'prepaid'],
    ['postpaid', 'postpaid'],
    ['hybrid', 'hybrid'],
  ]),
  billStatuses: new Map([
    ['paid', 'paid'],
    ['due', 'to pay'],
    ['unpaid', 'to pay'],
    ['overdue', 'overdue'],
  ]),
  orangeMoneyStatuses: new Map([
    ['active', 'active'],
    ['inactive', 'inactive'],
    ['suspended', 'suspended'],
    ['closed', 'closed'],
  ]),

  givenFor: (amount, time) => `${amount} for ${time}`,
  ledger: {
    used: 'used',
    expired: 'expired',
    granted: 'received',
    moved: 'moved',
    reserved: 'reserved',
    released: 'released',
    unexplained: 'unexplained',
  },

  alertActions: {
    passes: 'See the passes',
    topUp: 'Top up',
    bills: 'See the bills',
    bonus: 'See the details',
    consumption: 'See the consumption',
    orders: 'See the order',
  },
  alerts: {
    allowanceReached: (label, used, limit) => `“${label}” is used up: ${used} of ${limit}.`,
    allowanceWarning: (label, percent, used, limit) => `“${label}” is ${percent} used: ${used} of ${limit}.`,
    bonusExpires: (label, when, amount) => `“${label}” expires ${when}: ${amount} left.`,
    mainExpired: (date) => `The main account expired on ${date}.`,
    mainExpiresSoon: (when, date) => `The main account expires ${when} (${date}).`,
    billOverdue: (id, amount, dueDate) =>
      dueDate === null
        ? `Bill ${id} of ${amount} is overdue.`
        : `Bill ${id} of ${amount} has been overdue since ${dueDate}.`,
    lowBalance: (amount) => `${amount} is left on the main account.`,
    orderRejected: (title, why) => `“${title}” was not done. ${why}`,
    orderParked: (title) => `“${title}” waits for an adviser.`,
  },

  forecast: {
    tooFewDays: 'Too few days are known for a forecast.',
    internet: 'your internet',
    named: (label) => `“${label}”`,
    lastsUntil: (subject, until) => `At this rate, ${subject} lasts until ${until}.`,
    lastsOverAYear: (subject) => `At this rate, ${subject} lasts over a year.`,
    today: 'today',
    tomorrow: 'tomorrow',
    onWeekday: (weekday) => weekday,
    onDate: (date) => date,
  },
};

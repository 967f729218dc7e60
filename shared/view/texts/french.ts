/** Before `:`, `;`, `!`, `?` and inside « » stands a narrow no-break space, as French sets them. */
import type { ViewTexts } from '../viewTexts';

export const french: ViewTexts = {
  mainAccount: 'Compte principal',
  withheld: 'Trop ancien pour être affiché',
  statuses: { active: 'actif', inactive: 'inactif', deactivated: 'désactivé' },
  reaches: { intra: 'Vers Orange', tous: 'Tous réseaux', international: 'International' },
  window: (from, to) => `de ${from} à ${to}`,

  dateAt: (date, time) => `${date} à ${time}`,
  todayAt: (time) => `aujourd’hui à ${time}`,
  tonight: 'ce soir',
  tomorrow: 'demain',
  tomorrowAt: (time) => `demain à ${time}`,
  yesterday: 'hier',
  yesterdayAt: (time) => `hier à ${time}`,

  profileKinds: new Map([
    ['prepaid', 'prépayé'],
    ['postpaid', 'postpayé'],
    ['hybrid', 'hybride'],
  ]),
  billStatuses: new Map([
    ['paid', 'payée'],
    ['due', 'à payer'],
    ['unpaid', 'à payer'],
    ['overdue', 'en retard'],
  ]),
  orangeMoneyStatuses: new Map([
    ['active', 'actif'],
    ['inactive', 'inactif'],
    ['suspended', 'suspendu'],
    ['closed', 'fermé'],
  ]),

  givenFor: (amount, time) => `${amount} pendant ${time}`,
  ledger: {
    used: 'consommé',
    expired: 'expiré',
    granted: 'reçu',
    moved: 'transféré',
    reserved: 'réservé',
    released: 'libéré',
    unexplained: 'inexpliqué',
  },

  alertActions: {
    passes: 'Voir les pass',
    topUp: 'Recharger',
    bills: 'Voir les factures',
    bonus: 'Voir le détail',
    consumption: 'Voir la conso',
    orders: 'Voir la demande',
  },
  alerts: {
    allowanceReached: (label, used, limit) => `« ${label} » est épuisé : ${used} sur ${limit}.`,
    allowanceWarning: (label, percent, used, limit) =>
      `« ${label} » est consommé à ${percent} : ${used} sur ${limit}.`,
    bonusExpires: (label, when, amount) => `« ${label} » expire ${when} : il reste ${amount}.`,
    mainExpired: (date) => `Le compte principal a expiré le ${date}.`,
    mainExpiresSoon: (when, date) => `Le compte principal expire ${when} (${date}).`,
    billOverdue: (id, amount, dueDate) =>
      dueDate === null
        ? `La facture ${id} de ${amount} est en retard.`
        : `La facture ${id} de ${amount} est en retard depuis le ${dueDate}.`,
    lowBalance: (amount) => `Il reste ${amount} sur le compte principal.`,
    orderRejected: (title, why) => `« ${title} » n’a pas été fait. ${why}`,
    orderParked: (title) => `« ${title} » attend un conseiller.`,
  },

  forecast: {
    tooFewDays: 'Pas assez de recul pour une prévision.',
    internet: 'votre internet',
    named: (label) => `« ${label} »`,
    lastsUntil: (subject, until) => `À ce rythme, ${subject} dure jusqu’${until}.`,
    lastsOverAYear: (subject) => `À ce rythme, ${subject} dure plus d’un an.`,
    today: 'à aujourd’hui',
    tomorrow: 'à demain',
    onWeekday: (weekday) => `à ${weekday}`,
    onDate: (date) => `au ${date}`,
  },
};

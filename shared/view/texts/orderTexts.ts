import type { OrderObstacle } from '../../domain/eligibility';
import type { Language } from '../../domain/language';
import type { OrderPayer, OrderReason, OrderState } from '../../domain/order';

/** The words about orders: before one is placed, and as it comes to its end. */
export interface OrderTexts {
  readonly titles: {
    readonly optionStop: (option: string) => string;
    readonly plan: (plan: string) => string;
    readonly addNumber: (number: string) => string;
    readonly removeNumber: (number: string) => string;
    readonly replaceNumber: (old: string, number: string) => string;
    readonly billPayment: (bill: string) => string;
  };
  readonly payers: Readonly<Record<OrderPayer, string>>;
  readonly free: string;
  /** In the place of what was ordered for a line that is not active. */
  readonly lineNotActive: string;
  readonly states: Readonly<Record<OrderState, string>>;
  /** A sentence for the states that no reason explains. */
  readonly stateExplanations: Readonly<Record<Exclude<OrderState, 'rejected' | 'cancelled'>, string>>;
  /** A sentence with what can be done. */
  readonly reasons: Readonly<Record<OrderReason, string>>;
  readonly withoutReason: string;
  readonly obstacles: Readonly<Record<OrderObstacle, string>>;
  /** What only the operator can say. */
  readonly unchecked: Readonly<Record<OrderObstacle, string>>;
  /** The balance that is known does not suffice; it may have been topped up since. */
  readonly seemsInsufficient: (when: string) => string;
  readonly figuresNotLive: (when: string) => string;
  readonly notes: {
    readonly alreadyHas: (title: string, amount: string, until: string | null) => string;
    readonly runsUntil: (date: string) => string;
    readonly presentPlan: (plan: string) => string;
    readonly planChanges: (count: number) => string;
    readonly changesLeftAfter: (count: number) => string;
    readonly billDue: (date: string) => string;
    readonly billOverdue: (date: string) => string;
  };
}

export const orderTexts: Readonly<Record<Language, OrderTexts>> = {
  fr: {
    titles: {
      optionStop: (option) => `Arrêt : ${option}`,
      plan: (plan) => `Profil ${plan}`,
      addNumber: (number) => `Ajout du numéro préféré ${number}`,
      removeNumber: (number) => `Retrait du numéro préféré ${number}`,
      replaceNumber: (old, number) => `Numéro préféré ${number} à la place de ${old}`,
      billPayment: (bill) => `Facture ${bill}`,
    },
    payers: { main: 'Compte principal', orangeMoney: 'Orange Money' },
    free: 'Gratuit',
    lineNotActive: 'Ligne non active',
    states: {
      queued: 'En attente d’envoi',
      sending: 'Envoyée',
      accepted: 'En cours',
      completed: 'Faite',
      rejected: 'Refusée',
      cancelled: 'Annulée',
      parked: 'À reprendre',
    },
    stateExplanations: {
      queued: 'Enregistrée ici. Elle part dès que l’opérateur répond.',
      sending: 'La réponse de l’opérateur est attendue.',
      accepted: 'L’opérateur l’a acceptée et s’en occupe.',
      completed: 'L’opérateur l’a faite. Les soldes suivent.',
      parked: 'Elle n’avance plus seule : un conseiller doit la reprendre.',
    },
    reasons: {
      insufficientBalance: 'Le solde ne suffisait pas : rechargez, puis recommencez.',
      notEligible: 'Ce n’est pas prévu pour cette ligne.',
      alreadyActive: 'C’était déjà actif.',
      changeLimit: 'Les changements permis ce mois-ci sont épuisés.',
      unknownOffer: 'L’opérateur ne propose plus cette offre.',
      refusedByOperator: 'L’opérateur l’a refusée sans dire pourquoi : un conseiller peut se renseigner.',
      tooManyAttempts: 'Envoyée plusieurs fois, jamais arrivée : un conseiller doit la reprendre.',
      tooOld: 'Elle a attendu trop longtemps : un conseiller doit demander si elle est encore voulue.',
      unreadableAnswer: 'La réponse de l’opérateur n’est pas lisible : un conseiller doit la reprendre.',
      offline: 'L’opérateur n’a pas pu être joint : rien n’a été payé.',
      cancelledByStaff: 'Annulée au comptoir, rien n’a été payé.',
      cancelledByCustomer: 'Annulée par le client, rien n’a été payé.',
    },
    withoutReason: 'La raison n’est pas connue.',
    obstacles: {
      unknownOffer: 'Cette offre n’existe pas ou plus.',
      notEligible: 'Ce n’est pas prévu pour cette ligne.',
      payerNotAccepted: 'Ce compte ne peut pas payer.',
      insufficientBalance: 'Le solde ne suffit pas.',
      alreadyActive: 'C’est déjà actif.',
      alreadyOrdered: 'La même demande est déjà en cours.',
      notActive: 'Ce n’est pas actif.',
      changeLimit: 'Les changements permis ce mois-ci sont épuisés.',
      unknownBill: 'Cette facture n’est pas connue.',
      alreadyPaid: 'Cette facture est déjà payée.',
      nothingToPay: 'Il n’y a rien à payer.',
    },
    unchecked: {
      unknownOffer: 'Si l’offre existe encore',
      notEligible: 'Si c’est prévu pour cette ligne',
      payerNotAccepted: 'Si ce compte peut payer',
      insufficientBalance: 'Si le solde suffit',
      alreadyActive: 'Si c’est déjà actif',
      alreadyOrdered: 'Si la même demande est en cours',
      notActive: 'Si c’est actif',
      changeLimit: 'Si un changement est encore permis ce mois-ci',
      unknownBill: 'Si la facture est encore à payer',
      alreadyPaid: 'Si la facture est encore à payer',
      nothingToPay: 'S’il y a quelque chose à payer',
    },
    seemsInsufficient: (when) => `Le solde connu, du ${when}, ne suffit pas`,
    figuresNotLive: (when) => `Les informations, qui sont du ${when}`,
    notes: {
      alreadyHas: (title, amount, until) =>
        `Il reste ${amount} sur « ${title} »${until === null ? '' : `, jusqu’au ${until}`}.`,
      runsUntil: (date) => `Active jusqu’au ${date}.`,
      presentPlan: (plan) => `Profil actuel : ${plan}.`,
      planChanges: (count) => `Changer est gratuit, ${count} fois par mois au plus.`,
      changesLeftAfter: (count) =>
        count === 0
          ? 'C’est le dernier changement permis ce mois-ci.'
          : `Il restera ${count} ${count === 1 ? 'changement' : 'changements'} ce mois-ci.`,
      billDue: (date) => `À payer au plus tard le ${date}.`,
      billOverdue: (date) => `En retard depuis le ${date}.`,
    },
  },
  en: {
    titles: {
      optionStop: (option) => `Stop: ${option}`,
      plan: (plan) => `${plan} plan`,
      addNumber: (number) => `Add preferred number ${number}`,
      removeNumber: (number) => `Remove preferred number ${number}`,
      replaceNumber: (old, number) => `Preferred number ${number} in place of ${old}`,
      billPayment: (bill) => `Bill ${bill}`,
    },
    payers: { main: 'Main account', orangeMoney: 'Orange Money' },
    free: 'Free of charge',
    lineNotActive: 'Line not active',
    states: {
      queued: 'Waiting to be sent',
      sending: 'Sent',
      accepted: 'In progress',
      completed: 'Done',
      rejected: 'Rejected',
      cancelled: 'Cancelled',
      parked: 'To be taken over',
    },
    stateExplanations: {
      queued: 'Kept here. It leaves as soon as the operator answers.',
      sending: 'Waiting for the operator’s answer.',
      accepted: 'The operator has accepted it and is working on it.',
      completed: 'The operator has done it. The balances follow.',
      parked: 'It goes no further by itself: an adviser has to take it over.',
    },
    reasons: {
      insufficientBalance: 'The balance was not enough: top up, then try again.',
      notEligible: 'It is not meant for this line.',
      alreadyActive: 'It was active already.',
      changeLimit: 'This month’s changes are used up.',
      unknownOffer: 'The operator no longer has this offer.',
      refusedByOperator: 'The operator rejected it without saying why: an adviser can find out.',
      tooManyAttempts: 'Sent several times and never arrived: an adviser has to take it over.',
      tooOld: 'It waited too long: an adviser has to ask whether it is still wanted.',
      unreadableAnswer: 'The operator’s answer cannot be read: an adviser has to take it over.',
      offline: 'The operator could not be reached: nothing was paid.',
      cancelledByStaff: 'Cancelled at the counter, nothing was paid.',
      cancelledByCustomer: 'Cancelled by the customer, nothing was paid.',
    },
    withoutReason: 'The reason is not known.',
    obstacles: {
      unknownOffer: 'There is no such offer, or no longer.',
      notEligible: 'It is not meant for this line.',
      payerNotAccepted: 'This account cannot pay.',
      insufficientBalance: 'The balance is not enough.',
      alreadyActive: 'It is active already.',
      alreadyOrdered: 'The same is on its way.',
      notActive: 'It is not active.',
      changeLimit: 'This month’s changes are used up.',
      unknownBill: 'This bill is not known.',
      alreadyPaid: 'This bill is paid already.',
      nothingToPay: 'There is nothing to pay.',
    },
    unchecked: {
      unknownOffer: 'Whether the offer still exists',
      notEligible: 'Whether it is meant for this line',
      payerNotAccepted: 'Whether this account can pay',
      insufficientBalance: 'Whether the balance is enough',
      alreadyActive: 'Whether it is active already',
      alreadyOrdered: 'Whether the same is on its way',
      notActive: 'Whether it is active',
      changeLimit: 'Whether another change is allowed this month',
      unknownBill: 'Whether the bill is still to be paid',
      alreadyPaid: 'Whether the bill is still to be paid',
      nothingToPay: 'Whether there is anything to pay',
    },
    seemsInsufficient: (when) => `The balance known, of ${when}, is not enough`,
    figuresNotLive: (when) => `The details, which are of ${when}`,
    notes: {
      alreadyHas: (title, amount, until) =>
        `${amount} is left on “${title}”${until === null ? '' : `, until ${until}`}.`,
      runsUntil: (date) => `Active until ${date}.`,
      presentPlan: (plan) => `Present plan: ${plan}.`,
      planChanges: (count) => `Changing is free, ${count} times a month at most.`,
      changesLeftAfter: (count) =>
        count === 0
          ? 'This is the last change allowed this month.'
          : `${count} ${count === 1 ? 'change' : 'changes'} will be left this month.`,
      billDue: (date) => `To be paid by ${date}.`,
      billOverdue: (date) => `Overdue since ${date}.`,
    },
  },
};

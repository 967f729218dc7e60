/** The codes that details of the audit log are written in, as words. */
import type { Language } from '../../shared/domain/language';
import type { AuditDetails, ShownAuditDetail } from '../../shared/ipc/auditWords';
import { access } from './access';
import { receipt } from './receipt';
import { supervision } from './supervision';

type CodesOf<Name extends ShownAuditDetail> = Extract<AuditDetails[Name], string>;

interface DetailTexts<Code extends string> {
  readonly name: string;
  /** `null`: not a code but a figure, a login or somebody else's name for something. */
  readonly codes: [Code] extends [never] ? null : string extends Code ? null : Readonly<Record<Code, string>>;
}

type Texts = { readonly [Name in ShownAuditDetail]: DetailTexts<CodesOf<Name>> };

const auditDetailTexts: Readonly<Record<Language, Texts>> = {
  fr: {
    reason: {
      name: 'Motif',
      codes: {
        ...access.fr.reason,
        insufficientBalance: 'solde insuffisant',
        notEligible: 'offre non accessible',
        alreadyActive: 'déjà active',
        changeLimit: 'changements épuisés',
        unknownOffer: 'offre inconnue',
        refusedByOperator: 'refus de l’opérateur',
        tooManyAttempts: 'trop d’essais',
        tooOld: 'trop ancienne',
        unreadableAnswer: 'réponse illisible',
        offline: 'hors ligne',
        cancelledByStaff: 'annulée au comptoir',
        cancelledByCustomer: 'annulée par le client',
      },
    },
    why: {
      name: 'Cause',
      codes: {
        disabled: 'compte désactivé',
        contactTooOld: 'trop longtemps sans contact',
        staffArrived: 'personnel reçu du flux',
        mistyped: 'mal tapé',
        notOurs: 'inconnu de cette boutique',
        expired: 'trop ancien',
        used: 'déjà utilisé',
        tooMany: 'trop de refus',
        notFound: 'client inconnu ici',
        begun: 'lancé',
        otherShop: 'autre code de boutique',
        pendingOrders: 'demandes en cours',
        staff: 'fermée à la main',
        time: 'temps écoulé',
        quit: 'programme fermé',
      },
    },
    cause: { name: 'Par', codes: { key: 'touche', idle: 'inactivité' } },
    section: {
      name: 'Section',
      codes: {
        payer: receipt.fr.screens.payer,
        ussd: receipt.fr.screens.phone,
        ledger: receipt.fr.screens.ledger,
      },
    },
    screen: { name: 'Écran', codes: receipt.fr.screens },
    way: {
      name: 'Par',
      codes: { pin: 'code secret', sms: 'code SMS', pinAtCounter: 'code secret au comptoir' },
    },
    role: { name: 'Rôle', codes: { agent: 'agent', supervisor: 'responsable' } },
    kind: {
      name: 'Objet',
      codes: {
        view: 'reçu de consultation',
        order: 'reçu de demande',
        counter: 'ticket de la borne',
        pass: 'pass',
        option: 'option',
        optionStop: 'arrêt d’option',
        plan: 'changement de profil',
        preferredNumbers: 'numéros préférés',
        billPayment: 'paiement de facture',
      },
    },
    offer: { name: 'Code', codes: null },
    plan: { name: 'Profil', codes: null },
    bill: { name: 'Facture', codes: null },
    outcome: {
      name: 'Résultat',
      codes: {
        printed: 'imprimé',
        saved: 'enregistré',
        noPrinter: 'aucune imprimante réglée',
        unknownPrinter: 'imprimante introuvable',
        paperOut: 'plus de papier',
        offline: 'imprimante hors ligne',
        needsAttention: 'imprimante à vérifier',
        folderLocked: 'dossier protégé',
        diskFull: 'disque plein',
        failed: 'échec',
      },
    },
    period: { name: 'Période', codes: supervision.fr.audit.periods },
    entries: { name: 'Entrées', codes: null },
    inAMinute: { name: 'En une minute', codes: null },
    approvedBy: { name: 'Approuvée par', codes: null },
    by: { name: 'Ouverte par', codes: null },
    login: { name: 'Identifiant', codes: null },
    operatorId: { name: 'Numéro de l’opérateur', codes: null },
  },
  en: {
    reason: {
      name: 'Reason',
      codes: {
        ...access.en.reason,
        insufficientBalance: 'balance too low',
        notEligible: 'offer not open to them',
        alreadyActive: 'active already',
        changeLimit: 'no change left',
        unknownOffer: 'unknown offer',
        refusedByOperator: 'refused by the operator',
        tooManyAttempts: 'too many tries',
        tooOld: 'too old',
        unreadableAnswer: 'unreadable answer',
        offline: 'offline',
        cancelledByStaff: 'cancelled at the counter',
        cancelledByCustomer: 'cancelled by the customer',
      },
    },
    why: {
      name: 'Cause',
      codes: {
        disabled: 'login disabled',
        contactTooOld: 'too long without contact',
        staffArrived: 'staff came from the feed',
        mistyped: 'mistyped',
        notOurs: 'not known in this shop',
        expired: 'too old',
        used: 'used already',
        tooMany: 'too many refused',
        notFound: 'customer not known here',
        begun: 'begun',
        otherShop: 'another shop’s code',
        pendingOrders: 'orders under way',
        staff: 'closed by hand',
        time: 'time was up',
        quit: 'program ended',
      },
    },
    cause: { name: 'By', codes: { key: 'key', idle: 'nobody at the post' } },
    section: {
      name: 'Section',
      codes: {
        payer: receipt.en.screens.payer,
        ussd: receipt.en.screens.phone,
        ledger: receipt.en.screens.ledger,
      },
    },
    screen: { name: 'Screen', codes: receipt.en.screens },
    way: { name: 'By', codes: { pin: 'PIN', sms: 'SMS code', pinAtCounter: 'PIN at the counter' } },
    role: { name: 'Role', codes: { agent: 'agent', supervisor: 'supervisor' } },
    kind: {
      name: 'What',
      codes: {
        view: 'receipt of balances',
        order: 'receipt of an order',
        counter: 'kiosk ticket',
        pass: 'pass',
        option: 'option',
        optionStop: 'option stopped',
        plan: 'change of plan',
        preferredNumbers: 'preferred numbers',
        billPayment: 'bill payment',
      },
    },
    offer: { name: 'Code', codes: null },
    plan: { name: 'Plan', codes: null },
    bill: { name: 'Bill', codes: null },
    outcome: {
      name: 'Outcome',
      codes: {
        printed: 'printed',
        saved: 'saved',
        noPrinter: 'no printer set',
        unknownPrinter: 'printer not found',
        paperOut: 'out of paper',
        offline: 'printer offline',
        needsAttention: 'printer needs attention',
        folderLocked: 'folder locked',
        diskFull: 'disk full',
        failed: 'failed',
      },
    },
    period: { name: 'Period', codes: supervision.en.audit.periods },
    entries: { name: 'Entries', codes: null },
    inAMinute: { name: 'In a minute', codes: null },
    approvedBy: { name: 'Approved by', codes: null },
    by: { name: 'Opened by', codes: null },
    login: { name: 'Login', codes: null },
    operatorId: { name: 'Operator’s number', codes: null },
  },
};

export interface DetailWords {
  readonly name: string;
  readonly value: string;
}

/** What a code has no word for, as after a change of version, is shown as it is. */
export function auditDetailWords(
  name: ShownAuditDetail,
  code: string | number,
  language: Language,
): DetailWords {
  const texts = auditDetailTexts[language][name];
  const words: Readonly<Record<string, string>> = texts.codes ?? {};
  // Staff go by their login alone.
  return { name: texts.name, value: words[code] ?? String(code).replace(/^staff:/, '') };
}

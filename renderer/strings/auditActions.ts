/** What entries of the audit log are called; one that is not here is shown by its code. */
import type { Localized } from '../../shared/domain/language';

export const auditActionTexts: Readonly<Record<string, Localized>> = {
  'staff:signedIn': { fr: 'Connexion', en: 'Signed in' },
  'staff:signedOut': { fr: 'Déconnexion', en: 'Signed out' },
  'staff:locked': { fr: 'Verrouillage', en: 'Locked' },
  'staff:unlocked': { fr: 'Déverrouillage', en: 'Unlocked' },
  'staff:ended': { fr: 'Fin de session', en: 'Session ended' },
  'staff:refused': { fr: 'Connexion refusée', en: 'Sign-in refused' },
  'staff:throttled': { fr: 'Connexions bloquées', en: 'Sign-ins blocked' },
  'staff:setUp': { fr: 'Premier responsable créé', en: 'First supervisor set up' },
  'staff:approved': { fr: 'Approbation', en: 'Approval' },
  'customer:lookedUp': { fr: 'Consultation', en: 'Looked up' },
  'customer:linesLookedUp': { fr: 'Lignes d’un client cherchées', en: 'Lines of a customer looked up' },
  'customer:lookupsFlagged': { fr: 'Consultations trop nombreuses', en: 'Too many look-ups' },
  'customer:sectionOpened': { fr: 'Section ouverte', en: 'Section opened' },
  'customer:identified': { fr: 'Client identifié', en: 'Customer identified' },
  'customer:refused': { fr: 'Identification refusée', en: 'Identification refused' },
  'customer:throttled': { fr: 'Identifications bloquées', en: 'Identifications blocked' },
  'customer:codeAskedFor': { fr: 'Code SMS demandé', en: 'SMS code asked for' },
  'order:placed': { fr: 'Demande confirmée', en: 'Order placed' },
  'order:takenUp': { fr: 'Demande reprise', en: 'Order taken up' },
  'order:accepted': { fr: 'Demande acceptée', en: 'Order accepted' },
  'order:completed': { fr: 'Demande aboutie', en: 'Order completed' },
  'order:rejected': { fr: 'Demande refusée', en: 'Order rejected' },
  'order:cancelled': { fr: 'Demande annulée', en: 'Order cancelled' },
  'order:parked': { fr: 'Demande mise de côté', en: 'Order parked' },
  'handoff:made': { fr: 'Code de borne donné', en: 'Kiosk code given' },
  'handoff:accepted': { fr: 'Code de borne ouvert', en: 'Kiosk code opened' },
  'handoff:refused': { fr: 'Code de borne refusé', en: 'Kiosk code refused' },
  'receipt:made': { fr: 'Reçu établi', en: 'Receipt made' },
  'receipt:printed': { fr: 'Reçu imprimé', en: 'Receipt printed' },
  'receipt:checked': { fr: 'Reçu vérifié', en: 'Receipt checked' },
  'audit:exported': { fr: 'Journal exporté', en: 'Log exported' },
  'status:exported': { fr: 'Diagnostic exporté', en: 'Diagnostics exported' },
};

/** What they are about, by the word before the colon. */
export const auditNounTexts: Readonly<Record<string, Localized>> = {
  staff: { fr: 'Personnel', en: 'Staff' },
  customer: { fr: 'Clients', en: 'Customers' },
  order: { fr: 'Demandes', en: 'Orders' },
  handoff: { fr: 'Codes de borne', en: 'Kiosk codes' },
  receipt: { fr: 'Reçus', en: 'Receipts' },
  audit: { fr: 'Journal', en: 'Log' },
  status: { fr: 'Poste', en: 'Post' },
};

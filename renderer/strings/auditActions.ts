/** What entries of the audit log are called. */
import type { Language, Localized } from '../../shared/domain/language';
import type { AuditAction } from '../../shared/ipc/auditWords';

const auditActionTexts: Readonly<Record<AuditAction, Localized>> = {
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
  'customer:lineSwitched': { fr: 'Passage à une autre ligne', en: 'Switched to another line' },
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
  'receipt:printed': { fr: 'Ticket à l’imprimante', en: 'Ticket to the printer' },
  'receipt:saved': { fr: 'Ticket en fichier', en: 'Ticket to a file' },
  'device:wiped': { fr: 'Poste effacé', en: 'Post wiped' },
  'device:wipeRefused': { fr: 'Effacement du poste refusé', en: 'Wiping the post refused' },
  'cache:repaired': { fr: 'Cache réparé', en: 'Cache repaired' },
  'maintenance:ended': { fr: 'Borne refermée par le personnel', en: 'Kiosk closed again by staff' },
  'audit:exported': { fr: 'Journal exporté', en: 'Log exported' },
  'status:exported': { fr: 'Diagnostic exporté', en: 'Diagnostics exported' },
};

/** What they are about, by the word before the colon. */
type NounOf<Action> = Action extends `${infer Noun}:${string}` ? Noun : never;

const auditNounTexts: Readonly<Record<NounOf<AuditAction>, Localized>> = {
  staff: { fr: 'Personnel', en: 'Staff' },
  customer: { fr: 'Clients', en: 'Customers' },
  order: { fr: 'Demandes', en: 'Orders' },
  handoff: { fr: 'Codes de borne', en: 'Kiosk codes' },
  receipt: { fr: 'Reçus', en: 'Receipts' },
  audit: { fr: 'Journal', en: 'Log' },
  device: { fr: 'Effacement', en: 'Wiping' },
  cache: { fr: 'Cache', en: 'Cache' },
  maintenance: { fr: 'Maintenance de la borne', en: 'Kiosk maintenance' },
  status: { fr: 'Poste', en: 'Post' },
};

export function auditActionWords(action: string, language: Language): string {
  return wordsFor(auditActionTexts, action, language);
}

export function auditNounWords(noun: string, language: Language): string {
  return wordsFor(auditNounTexts, noun, language);
}

/** What has no word, as after a change of version, is shown by its code. */
function wordsFor(texts: Readonly<Record<string, Localized>>, code: string, language: Language): string {
  return texts[code]?.[language] ?? code;
}

import { localizedTexts } from './localizedTexts';

/** Texts that both faces show. */
export const common = localizedTexts(
  {
    language: { label: 'Langue', fr: 'Français', en: 'English' },
    asOf: {
      live: 'En direct, le {{when}}',
      cache: 'Données du {{when}}',
      cacheOffline: 'Données du {{when}}, hors ligne',
      asking: 'Données du {{when}}, mise à jour en cours',
      partlyLive: 'En direct, le {{liveSince}} ; le reste du {{when}}',
      liveFailed: 'Données du {{when}}, pas de réponse en direct',
    },
    unknown: 'Non communiqué',
    withheld: 'trop ancien',
    reserved: 'Réservé',
    validFrom: 'à partir du {{date}}',
    noExpiry: 'sans date de fin',
    remaining: 'Reste {{percent}} %',
    expiredOn: 'expiré le {{date}}',
    loading: 'Chargement…',
    retry: 'Réessayer',
    sync: {
      starting: 'Démarrage',
      catchingUp: 'Mise à jour',
      live: 'À jour',
      offline: 'Hors ligne',
      refused: 'Accès refusé',
      garbled: 'Réponse illisible',
      cacheFailed: 'Cache bloqué',
      progressTitle: 'Mise à jour des soldes',
      percent: '{{percent, number}} %',
      applied: '{{count, number}} reçus',
      appliedOf: '{{applied, number}} sur {{total, number}}',
      rate: '{{rate, number}} par seconde',
      secondsLeft: 'encore {{seconds, number}} s',
      minutesLeft: 'encore {{minutes, number}} min',
      explain: {
        starting: 'Comptoir se relie au flux de la boutique.',
        catchingUp: 'Les soldes arrivent. La recherche marche déjà pour ceux qui sont là.',
        live: 'Tout ce que le flux connaît est ici.',
        offline: 'Le flux ne répond pas. Les soldes déjà reçus restent consultables.',
        refused: 'Le flux refuse les identifiants de la boutique. Prévenez le responsable.',
        garbled: 'Le flux répond autre chose que des soldes, souvent une page d’accès au réseau.',
        cacheFailed: 'Le disque est plein ou le dossier est verrouillé. Rien n’est perdu.',
      },
    },
    errors: {
      BAD_REQUEST: {
        title: 'Demande refusée',
        advice: 'Cette demande n’est pas comprise. Recommencez.',
      },
      BAD_MSISDN: {
        title: 'Numéro incomplet ou mal formé',
        advice: 'Vérifiez les chiffres, par exemple {{example}}.',
      },
      NOT_FOUND: {
        title: 'Numéro inconnu de cette boutique',
        advice: 'Vérifiez le numéro. Une ligne toute récente arrive à la prochaine mise à jour.',
      },
      NO_CUSTOMER_OPEN: { title: 'Aucun client ouvert', advice: 'Cherchez d’abord un numéro.' },
      NOT_ALLOWED: { title: 'Action non permise ici', advice: 'Demandez à un conseiller.' },
      NUMBERS_DIFFER: {
        title: 'Les deux numéros sont différents',
        advice: 'Saisissez deux fois le même numéro.',
      },
      NOT_POSSIBLE: {
        title: 'Ce n’est plus possible',
        advice: 'La demande a avancé entre-temps : regardez où elle en est.',
      },
      SIGN_IN_NEEDED: { title: 'Personne n’est connecté', advice: 'Connectez-vous, puis réessayez.' },
      CACHE_UNAVAILABLE: {
        title: 'Les soldes ne sont pas lisibles',
        advice: 'Vérifiez le disque et le dossier du cache, puis réessayez.',
      },
      CANNOT_WRITE: {
        title: 'Le fichier n’a pas pu être écrit',
        advice: 'Vérifiez le disque et le dossier des exports, puis réessayez.',
      },
      NOT_STARTED: {
        title: 'Le programme n’a pas démarré',
        advice: 'Attendez un instant, puis réessayez.',
      },
      INTERNAL: {
        title: 'Un incident s’est produit',
        advice: 'Rien n’est perdu. Réessayez ; si cela revient, prévenez le responsable.',
      },
    },
    startProblem: {
      where: 'Emplacement',
      expected: 'attendu : {{expected}}',
      BAD_SETTINGS: {
        title: 'Le fichier de réglages est à corriger',
        advice: 'Corrigez les clés ci-dessous, puis relancez Comptoir.',
      },
      NO_KEY_STORE: {
        title: 'Aucun coffre à clés sur ce poste',
        advice:
          'Comptoir ne garde jamais de soldes sans chiffrement. Déposez un fichier de clé, puis relancez.',
      },
      KEY_FILE_EXPOSED: {
        title: 'Le fichier de clé est lisible par d’autres',
        advice: 'Réservez-le à son propriétaire (droits 600), puis relancez.',
      },
      KEY_FILE_MALFORMED: {
        title: 'Le fichier de clé est illisible',
        advice: 'Il doit contenir 64 chiffres hexadécimaux, rien d’autre.',
      },
      KEY_UNREADABLE: {
        title: 'La clé ne s’ouvre pas sur ce poste',
        advice: 'Elle a été scellée par un autre utilisateur ou un autre poste. Ouvrez la session d’origine.',
      },
      WRONG_KEY: {
        title: 'La clé ne correspond pas au cache',
        advice: 'Remettez la bonne clé. Le cache n’a pas été touché.',
      },
      CACHE_DAMAGED: {
        title: 'Le cache est abîmé',
        advice:
          'Rien n’a été effacé. Faites vérifier le disque, puis remplacez le cache : il se remplira du flux.',
      },
      CACHE_UNREADABLE: {
        title: 'Le cache ne s’ouvre pas',
        advice:
          'La clé n’est pas la bonne, ou le fichier est abîmé. Rien n’a été effacé : prévenez le support.',
      },
      CACHE_BUSY: {
        title: 'Le cache est utilisé par un autre programme',
        advice: 'Fermez l’autre programme qui s’en sert, puis relancez Comptoir.',
      },
      CACHE_FROM_NEWER_VERSION: {
        title: 'Le cache vient d’une version plus récente',
        advice: 'Mettez Comptoir à jour sur ce poste. Le cache n’a pas été touché.',
      },
      CACHE_MISSING: {
        title: 'Le cache de ce poste a disparu',
        advice: 'Il existait au dernier démarrage. Prévenez le responsable avant de continuer.',
      },
      FOLDER_LOCKED: {
        title: 'Le dossier n’est pas accessible en écriture',
        advice: 'Rendez ce dossier accessible à Comptoir, puis relancez.',
      },
      DISK_FULL: {
        title: 'Le disque est plein',
        advice: 'Libérez de la place sur ce disque, puis relancez. Rien n’a été effacé.',
      },
      DRIVER_UNFIT: {
        title: 'Le composant de chiffrement manque',
        advice: 'Réinstallez Comptoir : les soldes ne sont jamais gardés sans chiffrement.',
      },
      INTERNAL: {
        title: 'Comptoir n’a pas pu démarrer',
        advice: 'Le journal en dit plus. Relancez ; si cela revient, transmettez-le au support.',
      },
    },
    stopped: {
      title: 'Cet écran s’est arrêté',
      advice: 'Rien n’est perdu : les soldes restent dans le cache. Reprenez au début.',
      action: 'Reprendre',
    },
  },
  {
    language: { label: 'Language', fr: 'Français', en: 'English' },
    asOf: {
      live: 'Live, {{when}}',
      cache: 'As of {{when}}',
      cacheOffline: 'As of {{when}}, offline',
      asking: 'As of {{when}}, being updated',
      partlyLive: 'Live, {{liveSince}}; the rest as of {{when}}',
      liveFailed: 'As of {{when}}, no live answer',
    },
    unknown: 'Not provided',
    withheld: 'too old',
    reserved: 'Reserved',
    validFrom: 'from {{date}}',
    noExpiry: 'no end date',
    remaining: '{{percent}}% left',
    expiredOn: 'expired {{date}}',
    loading: 'Loading…',
    retry: 'Try again',
    sync: {
      starting: 'Starting',
      catchingUp: 'Updating',
      live: 'Up to date',
      offline: 'Offline',
      refused: 'Access refused',
      garbled: 'Unreadable answer',
      cacheFailed: 'Cache blocked',
      progressTitle: 'Updating balances',
      percent: '{{percent, number}}%',
      applied: '{{count, number}} received',
      appliedOf: '{{applied, number}} of {{total, number}}',
      rate: '{{rate, number}} per second',
      secondsLeft: '{{seconds, number}} s left',
      minutesLeft: '{{minutes, number}} min left',
      explain: {
        starting: 'Comptoir is connecting to the shop’s feed.',
        catchingUp: 'Balances are arriving. Search already works for those that are here.',
        live: 'Everything the feed knows is here.',
        offline: 'The feed does not answer. Balances already received can still be read.',
        refused: 'The feed refuses the shop’s credentials. Tell the manager.',
        garbled: 'The feed answers with something other than balances, often a network sign-in page.',
        cacheFailed: 'The disk is full or the folder is locked. Nothing is lost.',
      },
    },
    errors: {
      BAD_REQUEST: { title: 'Request refused', advice: 'This request is not understood. Start again.' },
      BAD_MSISDN: {
        title: 'Incomplete or malformed number',
        advice: 'Check the digits, for instance {{example}}.',
      },
      NOT_FOUND: {
        title: 'Number unknown to this shop',
        advice: 'Check the number. A brand-new line arrives with the next update.',
      },
      NO_CUSTOMER_OPEN: { title: 'No customer open', advice: 'Search for a number first.' },
      NOT_ALLOWED: { title: 'Not allowed here', advice: 'Ask a member of staff.' },
      NUMBERS_DIFFER: {
        title: 'The two numbers differ',
        advice: 'Type the same number twice.',
      },
      NOT_POSSIBLE: {
        title: 'This is no longer possible',
        advice: 'The order has moved on meanwhile: see where it stands.',
      },
      SIGN_IN_NEEDED: { title: 'Nobody is signed in', advice: 'Sign in, then try again.' },
      CACHE_UNAVAILABLE: {
        title: 'Balances cannot be read',
        advice: 'Check the disk and the cache folder, then try again.',
      },
      CANNOT_WRITE: {
        title: 'The file could not be written',
        advice: 'Check the disk and the folder for exports, then try again.',
      },
      NOT_STARTED: {
        title: 'The program has not started',
        advice: 'Wait a moment, then try again.',
      },
      INTERNAL: {
        title: 'Something went wrong',
        advice: 'Nothing is lost. Try again; if it comes back, tell the manager.',
      },
    },
    startProblem: {
      where: 'Location',
      expected: 'expected: {{expected}}',
      BAD_SETTINGS: {
        title: 'The settings file needs correcting',
        advice: 'Correct the keys below, then start Comptoir again.',
      },
      NO_KEY_STORE: {
        title: 'No key store on this machine',
        advice: 'Comptoir never keeps balances unencrypted. Provide a key file, then start again.',
      },
      KEY_FILE_EXPOSED: {
        title: 'Others can read the key file',
        advice: 'Restrict it to its owner (mode 600), then start again.',
      },
      KEY_FILE_MALFORMED: {
        title: 'The key file cannot be read',
        advice: 'It must hold 64 hexadecimal digits and nothing else.',
      },
      KEY_UNREADABLE: {
        title: 'The key does not open on this machine',
        advice: 'Another user or machine sealed it. Sign in to the original session.',
      },
      WRONG_KEY: {
        title: 'The key does not match the cache',
        advice: 'Put the right key back. The cache has not been touched.',
      },
      CACHE_DAMAGED: {
        title: 'The cache is damaged',
        advice: 'Nothing was erased. Have the disk checked, then replace the cache: the feed will refill it.',
      },
      CACHE_UNREADABLE: {
        title: 'The cache does not open',
        advice: 'The key is not the right one, or the file is damaged. Nothing was erased: call support.',
      },
      CACHE_BUSY: {
        title: 'Another program is using the cache',
        advice: 'Close the other program that uses it, then start Comptoir again.',
      },
      CACHE_FROM_NEWER_VERSION: {
        title: 'A newer version wrote the cache',
        advice: 'Update Comptoir on this machine. The cache has not been touched.',
      },
      CACHE_MISSING: {
        title: 'This machine’s cache is gone',
        advice: 'It was there at the last start. Tell the manager before going on.',
      },
      FOLDER_LOCKED: {
        title: 'The folder cannot be written',
        advice: 'Let Comptoir write to this folder, then start again.',
      },
      DISK_FULL: {
        title: 'The disk is full',
        advice: 'Make room on this disk, then start again. Nothing was erased.',
      },
      DRIVER_UNFIT: {
        title: 'The encryption component is missing',
        advice: 'Install Comptoir again: balances are never kept without encryption.',
      },
      INTERNAL: {
        title: 'Comptoir could not start',
        advice: 'The log says more. Start again; if it comes back, send the log to support.',
      },
    },
    stopped: {
      title: 'This screen has stopped',
      advice: 'Nothing is lost: balances stay in the cache. Start again from the beginning.',
      action: 'Start again',
    },
  },
);

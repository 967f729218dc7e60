import { localizedTexts } from './localizedTexts';

/** The first page of a device that is not set up. */
export const setUp = localizedTexts(
  {
    title: 'Mettre ce poste en service',
    lead: 'L’opérateur remet un fichier signé par poste. Il contient les réglages de la boutique et ses accès.',
    stick: 'Sur une clé USB',
    looking: 'Recherche…',
    noneFound: 'Aucun fichier comptoir.provisioning sur une clé branchée.',
    choose: 'Choisir un fichier',
    look: 'Chercher à nouveau',
    address: 'Ou à une adresse du réseau',
    addressHint: 'Une adresse https, donnée par l’opérateur.',
    fetch: 'Lire cette adresse',
    reading: 'Lecture de {{place}}',
    expected: 'attendu : {{expected}}',
    agreementTitle: 'Voici ce que deviendra ce poste',
    agreementLead: 'Rien n’est encore changé. Vérifiez, puis mettez le poste en service.',
    agreementMoves: 'Ce poste change de boutique : vérifiez, puis mettez-le en service.',
    facts: {
      shop: 'Boutique',
      device: 'Poste',
      mode: 'Usage',
      market: 'Pays',
      feed: 'Flux des soldes',
      serial: 'Fichier numéro',
    },
    modes: { agent: 'Comptoir', selfservice: 'Borne' },
    markets: { CI: 'Côte d’Ivoire', CM: 'Cameroun' },
    fingerprint: 'Empreinte de la clé de l’opérateur',
    compare:
      'Comparez-la avec celle que l’opérateur vous a donnée. Ensuite, ce poste n’écoutera plus que lui.',
    compared: 'Les deux empreintes sont identiques',
    pinned: 'C’est l’opérateur que ce poste connaît déjà.',
    agree: 'Mettre en service',
    back: 'Autre fichier',
    applying: 'Mise en service…',
    refusals: {
      SOURCE_UNREADABLE: {
        title: 'Ce fichier ne se lit pas',
        advice: 'Vérifiez la clé USB ou l’adresse, puis réessayez.',
      },
      SOURCE_OFFLINE: {
        title: 'Cette adresse ne répond pas',
        advice: 'Vérifiez le réseau de la boutique et l’adresse, puis réessayez.',
      },
      NOT_SIGNED: {
        title: 'Ce n’est pas un fichier de mise en service',
        advice: 'Demandez à l’opérateur le fichier signé de ce poste.',
      },
      WRONG_KEY: {
        title: 'Un autre opérateur a signé ce fichier',
        advice: 'Ce poste n’écoute que l’opérateur qu’il connaît. Ne continuez pas sans lui en parler.',
      },
      BAD_SIGNATURE: {
        title: 'La signature n’est pas bonne',
        advice: 'Le fichier a été modifié ou abîmé. Copiez-le à nouveau depuis l’opérateur.',
      },
      BAD_PROVISIONING: {
        title: 'Le fichier contient des erreurs',
        advice: 'L’opérateur doit corriger ces clés et signer à nouveau.',
      },
      OTHER_DEVICE: {
        title: 'Ce fichier est celui d’un autre poste',
        advice: 'Prenez le fichier au nom de ce poste, ou effacez d’abord le poste.',
      },
      OLDER_SERIAL: {
        title: 'Ce fichier n’est pas plus récent',
        advice: 'Ce poste l’a déjà reçu, ou un plus récent. Demandez un fichier de numéro plus élevé.',
      },
      SETTINGS_ELSEWHERE: {
        title: 'Les réglages de la machine passent avant',
        advice:
          'Un administrateur a posé un fichier de réglages. Retirez-le pour utiliser celui de l’opérateur.',
      },
      PENDING_ORDERS: {
        title: 'Des demandes sont encore en cours',
        advice: 'Laissez-les partir avant de changer de boutique.',
      },
      CACHE_UNREADABLE: {
        title: 'Le cache ne s’ouvre pas',
        advice: 'On ne peut pas savoir si des demandes sont en cours. Prévenez le support.',
      },
      NO_KEY_STORE: {
        title: 'Aucun coffre à clés sur ce poste',
        advice: 'Le fichier en exige un. Demandez-en un qui permette un fichier de clé.',
      },
      KEY_FILE_EXPOSED: {
        title: 'Le fichier de clé est lisible par d’autres',
        advice: 'Réservez-le à son propriétaire (droits 600), puis réessayez.',
      },
      KEY_FILE_MALFORMED: {
        title: 'Le fichier de clé est illisible',
        advice: 'Il doit contenir 64 chiffres hexadécimaux, rien d’autre.',
      },
      KEY_UNREADABLE: {
        title: 'La clé ne s’ouvre pas sur ce poste',
        advice: 'Elle a été scellée par un autre utilisateur ou un autre poste.',
      },
      FOLDER_LOCKED: {
        title: 'Le dossier n’est pas accessible en écriture',
        advice: 'Rendez ce dossier accessible à Comptoir, puis réessayez.',
      },
    },
  },
  {
    title: 'Set this device up',
    lead: 'The operator hands out one signed file for each device. It holds the shop’s settings and its credentials.',
    stick: 'On a USB stick',
    looking: 'Looking…',
    noneFound: 'No file comptoir.provisioning on any stick.',
    choose: 'Choose a file',
    look: 'Look again',
    address: 'Or at an address of the network',
    addressHint: 'An https address that the operator gave.',
    fetch: 'Read this address',
    reading: 'Reading {{place}}',
    expected: 'expected: {{expected}}',
    agreementTitle: 'This is what the device will be',
    agreementLead: 'Nothing is changed yet. Check, then put the device to work.',
    agreementMoves: 'This device moves to another shop: check, then put it to work.',
    facts: {
      shop: 'Shop',
      device: 'Device',
      mode: 'Used as',
      market: 'Country',
      feed: 'Feed of balances',
      serial: 'File number',
    },
    modes: { agent: 'Counter', selfservice: 'Kiosk' },
    markets: { CI: 'Côte d’Ivoire', CM: 'Cameroon' },
    fingerprint: 'Fingerprint of the operator’s key',
    compare:
      'Compare it with the one the operator gave you. From then on this device listens to nobody else.',
    compared: 'Both fingerprints are the same',
    pinned: 'It is the operator this device knows already.',
    agree: 'Put to work',
    back: 'Another file',
    applying: 'Setting up…',
    refusals: {
      SOURCE_UNREADABLE: {
        title: 'This file cannot be read',
        advice: 'Check the stick or the address, then try again.',
      },
      SOURCE_OFFLINE: {
        title: 'This address does not answer',
        advice: 'Check the shop’s network and the address, then try again.',
      },
      NOT_SIGNED: {
        title: 'This is no provisioning file',
        advice: 'Ask the operator for the signed file of this device.',
      },
      WRONG_KEY: {
        title: 'Another operator signed this file',
        advice: 'This device listens to the operator it knows. Do not go on without telling them.',
      },
      BAD_SIGNATURE: {
        title: 'The signature does not fit',
        advice: 'The file was changed or damaged. Copy it from the operator again.',
      },
      BAD_PROVISIONING: {
        title: 'The file has mistakes',
        advice: 'The operator has to correct these keys and sign it again.',
      },
      OTHER_DEVICE: {
        title: 'This file is another device’s',
        advice: 'Take the file with this device’s name, or wipe the device first.',
      },
      OLDER_SERIAL: {
        title: 'This file is not newer',
        advice: 'The device has had it, or a newer one. Ask for a file with a higher number.',
      },
      SETTINGS_ELSEWHERE: {
        title: 'The machine’s own settings come first',
        advice: 'An administrator left a settings file. Remove it to use the operator’s.',
      },
      PENDING_ORDERS: {
        title: 'Orders are still under way',
        advice: 'Let them go before the device moves to another shop.',
      },
      CACHE_UNREADABLE: {
        title: 'The cache does not open',
        advice: 'Whether orders are under way cannot be told. Call support.',
      },
      NO_KEY_STORE: {
        title: 'No key store on this machine',
        advice: 'The file asks for one. Ask for a file that allows a key file.',
      },
      KEY_FILE_EXPOSED: {
        title: 'Others can read the key file',
        advice: 'Restrict it to its owner (mode 600), then try again.',
      },
      KEY_FILE_MALFORMED: {
        title: 'The key file cannot be read',
        advice: 'It must hold 64 hexadecimal digits and nothing else.',
      },
      KEY_UNREADABLE: {
        title: 'The key does not open on this machine',
        advice: 'Another user or machine sealed it.',
      },
      FOLDER_LOCKED: {
        title: 'The folder cannot be written',
        advice: 'Let Comptoir write to this folder, then try again.',
      },
    },
  },
);

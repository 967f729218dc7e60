import { localizedTexts } from './localizedTexts';

/** What staff are told without asking, one sentence each. */
export const notices = localizedTexts(
  {
    label: 'Avis',
    more_one: 'et {{count, number}} autre',
    more_many: 'et {{count, number}} autres',
    more_other: 'et {{count, number}} autres',
    plain: {
      full: {
        title: 'Disque plein',
        text: 'Rien n’est effacé ni perdu, mais plus rien ne s’enregistre. Faites de la place : Comptoir reprend seul.',
      },
      restoring: {
        title: 'Cache en réparation',
        text: 'Le fichier abîmé est mis de côté, les demandes et le journal sont sauvés. Les abonnés connus reviennent.',
      },
      rebuilding: {
        title: 'Cache en reconstruction',
        text: 'Les abonnés connus sont consultables ; le flux apporte ceux qui manquent encore.',
      },
      slowed: {
        title: 'Recherche ralentie',
        text: 'Plus de 20 en une minute. Elle aboutit dans quelques secondes ; un responsable le verra.',
      },
      stale: {
        title: 'Soldes trop anciens',
        text: 'Ceux de ce client ne sont plus montrés tant que de plus récents ne sont pas arrivés.',
      },
    },
    low: {
      title: 'Disque presque plein',
      text: 'Il reste {{free}}. Faites de la place avant que les soldes ne se figent.',
    },
    megabytes: '{{count, number}} Mo',
    sessionEnds: {
      title: 'Fin de session : {{when}}',
      text: 'Le flux n’a pas répondu depuis longtemps. Elle se prolonge dès qu’il répond.',
    },
    orderRejected: {
      title_one: 'Demande refusée',
      title_many: 'Demandes refusées',
      title_other: 'Demandes refusées',
      text_one: 'L’opérateur en a refusé une dans les dernières 24 heures ; la liste dit pourquoi.',
      text_many:
        'L’opérateur en a refusé {{count, number}} dans les dernières 24 heures ; la liste dit pourquoi.',
      text_other:
        'L’opérateur en a refusé {{count, number}} dans les dernières 24 heures ; la liste dit pourquoi.',
    },
    lookupsFlagged: {
      title: 'Consultations trop nombreuses',
      text_one: 'Une fois dans les dernières 24 heures ; le journal dit par qui et quand.',
      text_many: '{{count, number}} fois dans les dernières 24 heures ; le journal dit par qui et quand.',
      text_other: '{{count, number}} fois dans les dernières 24 heures ; le journal dit par qui et quand.',
    },
  },
  {
    label: 'Notices',
    more_one: 'and {{count, number}} more',
    more_many: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
    plain: {
      full: {
        title: 'Disk full',
        text: 'Nothing is deleted or lost, but nothing can be stored. Make room: Comptoir goes on by itself.',
      },
      restoring: {
        title: 'Cache under repair',
        text: 'The damaged file is set aside, orders and the log are saved. Known subscribers are coming back.',
      },
      rebuilding: {
        title: 'Cache being rebuilt',
        text: 'Known subscribers can be looked up; the feed brings those that are still missing.',
      },
      slowed: {
        title: 'Look-up slowed',
        text: 'More than 20 in a minute. It comes in a few seconds; a supervisor will see it.',
      },
      stale: {
        title: 'Balances too old',
        text: 'Those of this customer are not shown until newer ones have come.',
      },
    },
    low: {
      title: 'Disk almost full',
      text: '{{free}} left. Make room before balances stop moving.',
    },
    megabytes: '{{count, number}} MB',
    sessionEnds: {
      title: 'Session ends: {{when}}',
      text: 'The feed has not answered for a long time. It goes on as soon as it does.',
    },
    orderRejected: {
      title_one: 'Order rejected',
      title_many: 'Orders rejected',
      title_other: 'Orders rejected',
      text_one: 'The operator rejected one within the last 24 hours; the list says why.',
      text_many: 'The operator rejected {{count, number}} within the last 24 hours; the list says why.',
      text_other: 'The operator rejected {{count, number}} within the last 24 hours; the list says why.',
    },
    lookupsFlagged: {
      title: 'Too many look-ups',
      text_one: 'Once within the last 24 hours; the log says by whom and when.',
      text_many: '{{count, number}} times within the last 24 hours; the log says by whom and when.',
      text_other: '{{count, number}} times within the last 24 hours; the log says by whom and when.',
    },
  },
);

/** The help articles of the training mode, in Markdown: what customers ask most about bonuses and consumption. */
import type { ArticleDocument } from '../../../shared/domain/feedDocument';
import type { Localized } from '../../../shared/domain/language';

function article(slug: string, tags: string[], title: Localized, body: Localized): ArticleDocument {
  return { _id: `article:${slug}`, type: 'article', schema: 1, title, body, tags };
}

export const articleDocuments: readonly ArticleDocument[] = [
  article(
    'consulter-bonus',
    ['bonus', 'conso'],
    { fr: 'Comment consulter mes bonus ?', en: 'How do I check my bonuses?' },
    {
      fr: `Trois moyens, tous gratuits :

- l’application **Orange et moi** : touchez *Voir détail* à côté de vos bonus ;
- votre **Espace client** sur le web ;
- le **#122#** depuis votre mobile.

Ici, en boutique, vos bonus sont rangés en trois catégories : **Bonus Crédit**, **Bonus Minutes** et **Internet**. Ouvrez une catégorie pour voir chaque compte et sa date d’expiration.`,
      en: `Three ways, all of them free:

- the **Orange et moi** app: touch *Voir détail* next to your bonuses;
- your **customer area** on the web;
- **#122#** from your mobile.

Here in the shop your bonuses are kept in three categories: **Credit bonus**, **Minutes bonus** and **Internet**. Open a category to see each account and its expiry date.`,
    },
  ),
  article(
    'bonus-expire',
    ['bonus', 'expiration'],
    { fr: 'Quand mes bonus expirent-ils ?', en: 'When do my bonuses expire?' },
    {
      fr: `Chaque bonus a **sa propre date d’expiration**, écrite à côté de son montant. Passé cette date, ce qui reste est perdu.

- Un bonus mensuel vaut en général un mois.
- Un bonus hebdo vaut sept jours.
- Une offre weekend prend fin avec le week-end.
- Un bonus nuit ne compte que la nuit.

Commencez par ce qui expire d’abord : la page d’accueil vous le montre.`,
      en: `Each bonus has **an expiry date of its own**, written next to its amount. After that date, what remains is lost.

- A monthly bonus is usually good for a month.
- A weekly bonus is good for seven days.
- A weekend offer ends with the weekend.
- A night bonus counts at night only.

Begin with what expires first: the home page shows it.`,
    },
  ),
  article(
    'bonus-credit',
    ['bonus', 'credit'],
    { fr: 'Qu’est-ce que le Bonus Crédit ?', en: 'What is the credit bonus?' },
    {
      fr: `Le **Bonus Crédit** sert aux appels, aux SMS et à internet, vers Orange et les autres réseaux. Il vient des promotions ou d’un dépôt mensuel selon votre profil.

Il a quatre rubriques :

1. **Bonus Mensuel** : crédit mensuel, crédit Omoney, Intra et Bonus ;
2. **Bonus Omoney** : OM intra et OM Tous Réseaux ;
3. **Offre weekend** : WES intra et WES Tous Réseaux ;
4. **Spécial** : Spécial Intra et Spécial Tous Réseaux.

*Intra* veut dire d’Orange à Orange ; *Tous Réseaux*, vers tous les opérateurs.`,
      en: `The **credit bonus** pays for calls, SMS and internet, to Orange and to other networks. It comes from promotions or from a monthly deposit according to your profile.

It has four headings:

1. **Monthly bonus**: monthly credit, Omoney credit, Intra and Bonus;
2. **Omoney bonus**: OM intra and OM Tous Réseaux;
3. **Weekend offer**: WES intra and WES Tous Réseaux;
4. **Special**: Spécial Intra and Spécial Tous Réseaux.

*Intra* means from Orange to Orange; *Tous Réseaux*, to every operator.`,
    },
  ),
  article(
    'bonus-minutes-internet',
    ['bonus', 'minutes', 'internet'],
    {
      fr: 'À quoi servent les Bonus Minutes et Internet ?',
      en: 'What are the minutes and internet bonuses for?',
    },
    {
      fr: `Les **Bonus Minutes** sont des minutes et des SMS vers Orange, les autres réseaux et l’international. Ils ont quatre rubriques : Bonus Mensuel, Bonus Omoney, Offre weekend et Spécial.

**Internet** est votre volume pour naviguer : Bonus Mensuel, Bonus Hebdo, Bonus Nuit, Spécial internet, Family Data et Réseaux sociaux.

Le volume *Réseaux sociaux* ne sert qu’aux réseaux sociaux. Le volume *Family Data* se partage avec votre famille.`,
      en: `The **minutes bonuses** are minutes and SMS to Orange, to other networks and abroad. They have four headings: monthly bonus, Omoney bonus, weekend offer and special.

**Internet** is your browsing volume: monthly, weekly and night bonus, special internet, Family Data and social networks.

The *social networks* volume pays for social networks only. The *Family Data* volume is shared with your family.`,
    },
  ),
  article(
    'ussd-122',
    ['#122#', 'conso'],
    { fr: 'Le #122#, comment ça marche ?', en: 'How does #122# work?' },
    {
      fr: `Composez **#122#** puis la touche d’appel, depuis votre mobile. Le service est **gratuit**.

1. Un menu s’affiche : tapez le chiffre de votre choix et envoyez.
2. Tapez **0** pour revenir en arrière.
3. Vous pouvez recevoir l’information par message écrit, pour la garder.

Le #122# donne les mêmes montants que cet écran.`,
      en: `Dial **#122#** and the call key from your mobile. The service is **free**.

1. A menu appears: type the figure of your choice and send it.
2. Type **0** to go back.
3. You can have the information sent as a text message, to keep it.

#122# gives the same amounts as this screen.`,
    },
  ),
  article(
    'orange-money',
    ['orange money'],
    { fr: 'Orange Money et mes bonus', en: 'Orange Money and my bonuses' },
    {
      fr: `Composez **#144#** pour gérer votre compte Orange Money.

- Chaque mois, le **Crédit Omoney** vous est déposé selon vos usages d’Orange Money du mois passé.
- Les bonus **OM intra** et **OM Tous Réseaux** viennent de vos rechargements par Orange Money.
- Vous pouvez payer une facture ou un pass avec Orange Money.

Ne donnez jamais votre code secret, pas même à un agent.`,
      en: `Dial **#144#** to manage your Orange Money account.

- Each month **Omoney credit** is deposited according to last month’s use of Orange Money.
- The **OM intra** and **OM Tous Réseaux** bonuses come from topping up with Orange Money.
- You can pay a bill or a pass with Orange Money.

Never give your secret code to anyone, not even to an agent.`,
    },
  ),
  article(
    'ligne-inactive',
    ['ligne', 'statut'],
    { fr: 'Ma ligne est inactive ou désactivée', en: 'My line is inactive or deactivated' },
    {
      fr: `Quand une ligne est **inactive** ou **désactivée**, seuls le compte principal et sa date d’expiration s’affichent. Les autres menus ne s’ouvrent pas, ni ici, ni au #122#.

- Ligne inactive : **rechargez** votre compte pour la réactiver.
- Ligne désactivée : adressez-vous **au comptoir** avec une pièce d’identité.`,
      en: `When a line is **inactive** or **deactivated**, only the main account and its expiry date are shown. The other menus do not open, neither here nor on #122#.

- Inactive line: **top up** your account to reactivate it.
- Deactivated line: come **to the counter** with an identity document.`,
    },
  ),
  article(
    'forfait-depasse',
    ['conso', 'alertes'],
    { fr: 'Mon forfait est presque épuisé', en: 'My allowance is nearly used up' },
    {
      fr: `Une alerte s’affiche à **80 %** puis à **100 %** de votre forfait.

- Regardez votre conso jour par jour, pour voir ce qui consomme.
- Souscrivez un **pass** pour continuer à naviguer.
- Gardez le Wi-Fi pour les vidéos et les mises à jour.`,
      en: `An alert appears at **80%** and again at **100%** of your allowance.

- Look at your consumption day by day, to see what uses it.
- Buy a **pass** to go on browsing.
- Keep videos and updates for Wi-Fi.`,
    },
  ),
  article(
    'numeros-preferes',
    ['options', 'numéros préférés'],
    { fr: 'Gérer mes numéros préférés et mes options', en: 'Managing my preferred numbers and options' },
    {
      fr: `Vos **numéros préférés** sont ceux que vous appelez le plus, à un meilleur prix. Vous pouvez en avoir trois ; le nombre de changements par mois est limité.

Une **option** se renouvelle ou prend fin à sa date d’expiration. Un **pass** ne sert qu’une fois.

Changer de profil (Novamix, Tigre, Dauphin, Aigle) est gratuit, trois fois par mois au plus.`,
      en: `Your **preferred numbers** are those you call most, at a better price. You can have three; how often they change in a month is limited.

An **option** renews or ends on its expiry date. A **pass** is used once.

Changing plan (Novamix, Tigre, Dauphin, Aigle) is free, three times a month at most.`,
    },
  ),
];

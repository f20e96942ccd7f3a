import type { OrderMessages } from '~/i18n/en/rest/orders';

const lignes = (count: number) => (count < 2 ? `${count} ligne` : `${count} lignes`);
const commandes = (count: number) => (count < 2 ? `${count} commande` : `${count} commandes`);

export const orderMessages: OrderMessages = {
  review: {
    unsavedTitle: 'Du texte sur cet ordinateur ne sera pas commandé',
    unsavedNewLine: 'Une nouvelle ligne',
    unsavedText: (time) =>
      `a du texte non enregistré du ${time} sur cet ordinateur : il ne sera pas commandé.`,
    reading: "Lecture du panier tel qu'il est maintenant…",
    progress: (read, total) => `Lignes lues en entier : ${read} sur ${total}`,
    readAt: (time) => `Lu à ${time}`,
    readAgain: 'Tout relire',
    partial: (count) =>
      `${lignes(count)} ${count < 2 ? "n'a pas pu être lue" : "n'ont pas pu être lues"} en entier. Ce que le panier en dit est affiché ; relisez tout avant de passer la commande.`,
    partialLine: 'Pas lue en entier',
    differences: (count) =>
      count < 2
        ? `${count} différence avec ce que vous aviez vu`
        : `${count} différences avec ce que vous aviez vu`,
    same: "Rien n'a changé depuis ce que vous aviez vu.",
    was: (value) => `avant : ${value}`,
    empty: 'vide',
    changed: (count) => (count < 2 ? `${count} champ modifié` : `${count} champs modifiés`),
    added: 'Nouvelle dans ce panier',
    removed: (names) => `Plus dans ce panier : ${names}`,
    changedMeanwhile:
      "Le panier a été modifié pendant que vous le regardiez. Rien n'a été envoyé. Regardez les différences, puis passez la commande.",
    changedNow: 'Le panier a été modifié depuis la lecture de cette page.',
    rereading: "Tout est relu une dernière fois avant l'envoi…",
    notReread: "Rien n'a été envoyé : le panier n'a pas pu être relu",
    lineNotReread:
      "Rien n'a été envoyé : une ligne n'a pas pu être lue en entier, on ne sait donc pas si elle est comme ici. Relisez tout.",
    confirmedElsewhere:
      "Ce clic n'a rien envoyé : un autre onglet ou ordinateur confirme ce panier. Le résultat s'affichera ici.",
    count: (count) => `${commandes(count)} ${count < 2 ? 'sera passée' : 'seront passées'} d'un coup.`,
    countShort: commandes,
    expiredLines: (count) =>
      `${lignes(count)} d'un brouillon expiré : l'API peut refuser de confirmer ce panier.`,
    toLine: (line) => `Ouvrir ${line}`,
    print: 'Imprimer',
    record: 'Enregistrer le récapitulatif',
  },

  record: {
    title: (cart) => `Commande : ${cart}`,
    reviewed: (time) => `Tel que vérifié le ${time}. Pas encore envoyé à ce moment.`,
    sent: (time) => `Envoyé le ${time}, exactement comme ici.`,
    open: (time) => `Envoyé le ${time}, comme ici. Nous ne savons pas encore si la commande a été passée.`,
    notPlaced: (time) => `Du ${time}. Cette commande n'a pas été passée.`,
    read: (time) => `Tel que l'API le montre le ${time}.`,
    line: (number, total) => `Ligne ${number} sur ${total}`,
    file: 'commande',
    reference: 'Référence',
    by: 'Envoyé par',
    identifier: 'Identifiant',
    see: 'Voir ce qui a été envoyé',
    memoryText: (time) =>
      `Du ${time}. Le stockage de ce navigateur refuse : ce qui a été envoyé n'est gardé que tant que cette page est ouverte. Imprimez-le ou enregistrez-le maintenant.`,
    sentText: (time) =>
      `Envoyé le ${time}. Ce qui a été envoyé est gardé sept jours sur cet ordinateur, chaque ligne telle que vérifiée.`,
    readText:
      "Cet ordinateur ne peut pas montrer ce qui a été envoyé : il ne l'a pas, ou ne peut pas le lire. Le récapitulatif contient le panier tel que l'API le montre maintenant.",
    noneTitle: 'Cet ordinateur ne peut pas montrer ce qui a été envoyé',
    noneText:
      "Ce qui est envoyé est gardé sept jours sur l'ordinateur d'où il est parti, si son stockage l'a pris et jusqu'à l'effacement de ses données locales. Le panier lui-même montre ce que l'API en a.",
  },

  followUp: {
    madeFrom: (date) => (date === '' ? 'en a été tiré.' : `en a été tiré le ${date}.`),
    continues: 'Suite de',
    counts: 'Lignes par résultat',
    countOf: (count, state) => `${state} : ${count}`,
    settled:
      'Toutes les lignes de ce panier sont traitées. Il est relu quand vous y revenez, au cas où une commande serait annulée.',
    noLongerRead: "Plus relu tout seul : cela dure depuis plus d'une heure. Relisez-le quand vous voulez.",
    cancelledText: (count) => `${lignes(count)} ${count < 2 ? 'annulée' : 'annulées'} après la confirmation.`,
    newCart: (count) =>
      count < 2 ? 'Nouveau panier avec la ligne rejetée' : 'Nouveau panier avec les lignes rejetées',
  },

  underWay: {
    title: 'Paniers en cours',
    count: (count) => (count < 2 ? `${count} panier en cours` : `${count} paniers en cours`),
    decidedCount: (count) => (count < 2 ? `${count} panier décidé` : `${count} paniers décidés`),
    since: (time) => `passé à ${time}`,
    decided: (count, total) => `${count} sur ${total} décidées`,
    checking: 'Vérification : la commande a-t-elle été passée ?',
    notPlaced: 'Pas passée',
    unread: "N'a pas pu être lu",
    forget: (cart) => `Ne plus suivre ${cart}`,
    announced: (cart, outcome) => `${cart} : ${outcome}`,
  },

  notify: {
    ask: "Me prévenir quand c'est décidé",
    on: 'Ce navigateur vous préviendra, même si vous êtes ailleurs.',
    off: 'Ne plus me prévenir',
    blocked: "Ce navigateur n'autorise pas les notifications pour ce site.",
  },

  references: {
    tooLong: (most, length) =>
      `${length} caractères, ${most} au plus : le panier ne serait pas retrouvé par un texte plus long.`,
  },

  copies: {
    rejectedTitle: 'Nouveau panier avec les lignes rejetées',
    moveTitle: 'Déplacer des lignes vers un nouveau panier',
    moveOpen: 'Déplacer vers un nouveau panier',
    intro: (count, cart) =>
      `${lignes(count)} de ${cart} ${count < 2 ? 'copiée' : 'copiées'} dans un nouveau panier brouillon. Le premier panier reste tel quel.`,
    choose: 'Lignes à copier',
    referenceHint:
      "Relie les deux paniers par leur nom. Changez-la, ou videz-la : le panier reçoit alors une référence de l'outil.",
    quote: (count) =>
      count < 2
        ? `Garder le lien d'${count} ligne avec son devis (cinq champs restent verrouillés)`
        : `Garder les liens de ${count} lignes avec leurs devis (cinq champs restent verrouillés)`,
    notCopied:
      'Ne sont pas copiés : identifiants, états, références de commande, dates de la commande et erreurs. Votre référence de chaque ligne et le jour souhaité sont gardés.',
    start: 'Créer ce panier',
    progress: (done, total) => `Lignes créées : ${done} sur ${total}`,
    creatingCart: 'Création du panier…',
    waiting: {
      'own-limit': 'En attente : Orderdesk lui-même limite le nombre de demandes.',
      busy: "En attente : l'API demande de ralentir.",
    },
    stopped: (done, total) =>
      `Arrêté : ${done} lignes sur ${total} sont dans le nouveau panier. Rien n'est créé deux fois si vous continuez.`,
    unknownLine: (line) =>
      `Personne ne sait encore si ${line} a été créée. Regardez dans le nouveau panier avant de l'y ajouter.`,
    goOn: 'Continuer',
    done: (count) => `Le nouveau panier a ${lignes(count)}.`,
    open: 'Ouvrir le nouveau panier',
    removeHere: (count) =>
      count < 2 ? 'Supprimer ici la ligne copiée' : `Supprimer ici les ${count} lignes copiées`,
    removing: (done, total) => `Supprimées ici : ${done} sur ${total}`,
    removed: 'Les lignes copiées sont supprimées ici.',
    keepHere: 'Les laisser ici',
  },

  leftCreation: {
    cart: (at: string) => `Panier envoyé à ${at}`,
    line: (at: string) => `Ligne envoyée à ${at}`,
    checking: "La réponse s'est perdue. Nous vérifions si la création a eu lieu.",
    unknown: 'Nous ne savons pas si la création a eu lieu.',
    found: 'La création a eu lieu.',
    none: "La création n'a pas eu lieu. Si elle apparaît malgré tout, supprimez celle qui est de trop.",
    several: 'Plusieurs résultats peuvent correspondre.',
    open: 'Ouvrir',
    openOne: (number: number) => `Ouvrir ${number}`,
    checkAgain: 'Vérifier à nouveau',
    forget: 'Compris',
  },

  confirmPage: {
    title: 'Vérifier et passer la commande',
    intro: (count) =>
      count < 2
        ? "Une ligne sera commandée telle qu'elle est affichée ici. Passer la commande est définitif."
        : `${count} lignes seront commandées telles qu'elles sont affichées ici. Passer la commande est définitif.`,
    missingTitle: 'Avant de pouvoir confirmer ce panier',
    place: 'Passer la commande',
    placing: "Commande en cours d'envoi…",
    back: 'Retour au panier',
    noLines: "Le panier n'a aucune ligne. Ajoutez-en une d'abord.",
    notDraft: 'Ce panier a déjà été confirmé.',
    unreadable: "Une ligne de ce panier n'a pas pu être lue : personne ne peut dire ce qui serait commandé.",
    incomplete: (count) => `${lignes(count)} à compléter. Chaque point mène à son champ.`,
    refusedTitle: "L'API a refusé de confirmer. Rien n'a été commandé.",
    notSentTitle: "La commande n'est pas partie. Rien n'a été commandé.",
    lineNumber: (number) => `Ligne ${number}`,
    warnings: 'À vérifier',
    notReturned:
      "Certains champs ne sont pas renvoyés par l'API dans un panier ; ouvrez la ligne pour les voir tous.",
  },

  cartDates: {
    created: 'Panier créé',
    ordered: 'Panier confirmé',
    completed: 'Traitement terminé',
    cancelled: 'Panier annulé',
  },

  cartHead: {
    created: 'Créé',
    expires: 'Premier brouillon expire',
    expired: (count, date) =>
      `${lignes(count)} de ce brouillon ${count < 2 ? 'a expiré' : 'ont expiré'}, la première le ${date} : un brouillon est gardé 90 jours. L'API peut refuser de le confirmer. Copiez les lignes dans un nouveau panier pour repartir pour 90 jours.`,
    notDeletable:
      "Ce panier n'est plus un brouillon, il ne peut donc pas être supprimé ici : une de ses lignes a un état, un historique ou une date de commande qu'un brouillon n'a pas.",
    expiredLine: 'Brouillon expiré',
  },
};

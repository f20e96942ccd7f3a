import type { CartMessages } from '~/i18n/en/rest/carts';

const lignes = (count: number) => (count < 2 ? `${count} ligne` : `${count} lignes`);

export const cartMessages: CartMessages = {
  cartsPage: {
    title: 'Paniers',
    caption: 'Paniers',
    newCart: 'Nouveau panier',
    empty: 'Aucun panier',
    emptyText: 'Un panier réunit les lignes commandées ensemble.',
    noReference: 'Sans référence',
    createTitle: 'Nouveau panier',
    create: 'Créer le panier',
    creating: 'Création du panier…',
    referenceHint: "C'est ainsi que vous retrouverez le panier.",
  },

  cartPage: {
    copyRow: 'Dupliquer',
    copyColumn: 'Copie',
    title: (reference) => `Panier ${reference}`,
    untitled: 'Panier sans référence',
    derived: 'Déduit de ses lignes',
    lines: 'Lignes',
    linesCaption: 'Lignes de ce panier',
    line: 'Ligne',
    offer: 'Offre',
    site: 'Site',
    toComplete: 'À compléter',
    addLine: 'Ajouter une ligne',
    confirm: 'Confirmer le panier',
    remove: 'Supprimer le panier',
    duplicate: 'Dupliquer le panier',
    readiness: (ready, total) =>
      `${ready} ${ready < 2 ? 'ligne prête' : 'lignes prêtes'} à confirmer sur ${total}`,
    ready: 'Prête',
    missing: (count) => `${count} à compléter`,
    noLinesTitle: 'Aucune ligne',
    noLinesText:
      "Ajoutez la première ligne : une offre et son élément d'éligibilité suffisent pour commencer.",
    references: 'Références',
    toolReference: "Référence donnée par l'outil, pour retrouver le panier. Vous pouvez la changer.",
    referencesSaved: 'Références enregistrées.',
    history: 'Historique',
    lineCount: lignes,
    removeTitle: 'Supprimer ce panier ?',
    removeText: (count) =>
      count === 0
        ? 'Le panier est vide.'
        : `Le panier disparaît avec ${count < 2 ? 'sa ligne' : `ses ${count} lignes`} :`,
    removing: 'Suppression…',
  },

  outcome: {
    title: 'Résultat',
    underWay: (decided, total) => `Commandes en cours de création : ${decided} sur ${total} décidées`,
    watching: 'Cette page se met à jour toute seule.',
    readAt: (time) => `Dernière lecture à ${time}`,
    readNow: 'Lire maintenant',
    completed: (count) => (count < 2 ? 'La commande a été créée.' : `Les ${count} commandes ont été créées.`),
    someCreated: (created, total) =>
      created < 2 ? `${created} commande créée sur ${total}.` : `${created} commandes créées sur ${total}.`,
    partial: (created, rejected) =>
      `${created < 2 ? `${created} commande créée` : `${created} commandes créées`}, ${lignes(rejected)} ${rejected < 2 ? 'rejetée' : 'rejetées'}.`,
    rejected: (count) =>
      count < 2
        ? "La ligne a été rejetée. Aucune commande n'a été créée."
        : `Les ${count} lignes ont été rejetées. Aucune commande n'a été créée.`,
    oddText: (count, states) => `${lignes(count)} dans un état inconnu de l'application : ${states}.`,
    heldText: (count) =>
      `Dont ${lignes(count)} en attente : l'opérateur valide à la main. Il n'y a rien à faire pour l'instant.`,
    stayText: (count) =>
      `${lignes(count)} encore en cours. L'opérateur peut laisser une ligne dans cet état.`,
    rejectedLines: 'Lignes rejetées',
    checking: (since: string) =>
      `Nous ne savons pas encore si la commande a été passée. Elle est partie de cet ordinateur à ${since} et le panier est relu régulièrement ; merci de ne pas confirmer ailleurs.`,
    checkingElsewhere: (since: string) =>
      `Ce panier est en cours de confirmation depuis un autre ordinateur ou navigateur, depuis ${since}. Nous ne savons pas encore si la commande a été passée.`,
    checkedUntil: (until: string) =>
      `D'ici là, personne ne peut modifier, confirmer ni supprimer le panier. S'il ne montre que des brouillons après ${until}, il pourra être vérifié à nouveau.`,
    lineLocked: (since: string) => `Le panier de cette ligne est en cours de confirmation, depuis ${since}`,
    lineLockEnds: 'Le formulaire se rouvre de lui-même quand le panier est libre.',
    lockedInput: {
      stored: 'Ce que vous avez saisi reste dans le formulaire, et est gardé sur cet ordinateur.',
      unstored:
        "Ce que vous avez saisi reste dans le formulaire, et n'est pas gardé sur cet ordinateur : laissez cette page ouverte.",
    },
    notPlacedSince: (at: string) =>
      `La commande du ${at} n'a pas été passée : elle n'est jamais arrivée à l'API, ou a été refusée.`,
    notPlaced: "D'après l'API, la commande n'a pas été passée.",
    wrongGuess:
      "Si l'API l'exécute malgré tout et que la commande est passée à nouveau, tout sera commandé deux fois. Vérifiez à nouveau le panier avant de passer la commande.",
    checkAgain: 'Vérifier à nouveau le panier',
  },
};

import type { ToolMessages } from '~/i18n/en/rest/tools';

export const toolMessages: ToolMessages = {
  notFound: {
    title: "Cette page n'existe pas",
    text: "L'adresse est peut-être mal saisie, ou la page a été déplacée.",
  },

  waiting: {
    askAgainIn: (time) => `Nouvelle demande automatique dans ${time}.`,
    askingAgain: 'Nouvelle demande…',
    tryIn: (time) => `Vous pourrez réessayer dans ${time}.`,
    tryNow: 'Vous pouvez réessayer.',
  },
  listKeys: {
    group: 'Dans une liste',
    search: 'Aller au premier filtre',
    nextRow: 'Ligne suivante',
    previousRow: 'Ligne précédente',
    open: 'Ouvrir la ligne',
    select: 'Sélectionner la ligne',
    nextPage: 'Page suivante',
    previousPage: 'Page précédente',
    clear: 'Effacer les filtres',
  },

  columnsMenu: {
    button: 'Colonnes',
    title: 'Colonnes de cette liste',
    show: (column) => `Afficher ${column}`,
    moveUp: (column) => `Monter ${column}`,
    moveDown: (column) => `Descendre ${column}`,
    pinFirst: 'Garder la première colonne en vue',
    density: 'Densité',
    densities: { comfortable: 'Aérée', compact: 'Serrée' },
    reset: "Comme à l'origine",
  },

  selection: {
    count: (count) => `${count} ${count < 2 ? 'sélectionnée' : 'sélectionnées'}`,
    exportAll: 'Exporter la sélection',
    openCarts: 'Ouvrir leurs paniers',
    carts: 'Paniers des lignes sélectionnées',
    elsewhere: (count) => `${count} hors de cette page`,
    change: 'Modifier la sélection',
    clear: 'Vider la sélection',
  },

  views: {
    button: (name) => `Vue : ${name}`,
    title: 'Vues',
    none: 'Sans filtre',
    unnamed: 'Filtres en cours',
    changed: 'modifiée',
    builtIn: 'Toutes prêtes',
    own: 'Les vôtres',
    drafts: 'Brouillons',
    expiring: 'Expirent sous 14 jours',
    inProgress: 'En cours',
    held: 'En attente de validation',
    rejected: 'Rejetées',
    update: (name) => `Enregistrer les changements dans ${name}`,
    saveAsNew: 'Enregistrer comme nouvelle vue',
    name: 'Nom de la vue',
    save: 'Enregistrer la vue',
    undo: 'Annuler la suppression',
    removed: (name) => `La vue ${name} est supprimée.`,
    taken: (name) =>
      `Une vue s'appelle déjà ${name}. Choisissez un autre nom, ou enregistrez les changements dans cette vue.`,
    remove: (name) => `Supprimer la vue ${name}`,
    start: (name) => `Commencer par ${name}`,
    isStart: 'votre départ',
    unstored: 'Vos vues ne durent que tant que cette page est ouverte : le stockage de ce navigateur refuse.',
    repaired: 'Une vue enregistrée ne convenait plus et a été réparée.',
    setAside: "Les vues enregistrées n'ont pas pu être lues et ont été mises de côté.",
  },

  newVersion: {
    title: 'Une nouvelle version est disponible',
    text: 'Rechargez la page pour la voir.',
  },

  proxySignIn: {
    title: 'Un intermédiaire demande une nouvelle connexion',
    text: "Votre session auprès d'un proxy ou d'un pare-feu de votre réseau est terminée. Rechargez la page pour vous y connecter.",
  },

  reloadedInput: {
    stored: 'Ce que vous avez saisi est gardé sur cet ordinateur, et sera proposé à nouveau.',
    unstored:
      "Ce que vous avez saisi n'est pas gardé sur cet ordinateur, et serait perdu : enregistrez-le ou copiez-le d'abord.",
  },

  cartGone: {
    title: "Ce panier n'existe plus ou n'est pas à vous",
    toCarts: 'Voir les paniers',
  },

  tooLong: {
    size: (kilobytes) => `${kilobytes} ko`,
    here: (over, limit) =>
      `Rien n'a été envoyé : la saisie dépasse de ${over} les ${limit} qu'Orderdesk accepte en une fois.`,
    elsewhere: (sent) =>
      `La saisie pèse ${sent} : c'est plus que n'accepte un intermédiaire en chemin ou l'API.`,
    longest: (field) => `Le champ le plus long est « ${field} » : raccourcissez-le, puis réessayez.`,
  },

  keyboard: {
    title: 'Raccourcis clavier',
    goTo: 'Aller à',
    everywhere: 'Partout',
    localData: 'Données sur cet ordinateur',
    followedBy: 'puis',
    keys: { mod: 'Ctrl', Escape: 'Échap', Enter: 'Entrée' },
    characters: 'Raccourcis de lettres et de signes',
    charactersExplained: 'Désactivez-les si vous dictez ou tapez sans le vouloir.',
  },

  palette: {
    title: 'Palette de commandes',
    placeholder: 'Action, client, référence, identifiant…',
    openLine: 'Ouvrir la ligne de cet identifiant',
    openCart: 'Ouvrir le panier de cet identifiant',
    searching: 'Recherche…',
    results: (count) => (count === 0 ? 'Aucun résultat' : count === 1 ? '1 résultat' : `${count} résultats`),
    failed: "La recherche n'a pas abouti",
  },

  exporting: 'Exporter',

  localData: {
    title: 'Données sur cet ordinateur',
    intro: 'Ce navigateur garde pour vous :',
    empty: 'Ce navigateur ne garde rien.',
    unread: "Tout n'a pas pu être lu : ce navigateur garde peut-être davantage.",
    texts: (count) => (count < 2 ? `${count} saisie non enregistrée` : `${count} saisies non enregistrées`),
    text: (when) => `saisie du ${when}`,
    ofLine: 'Dans une ligne',
    ofNewLine: 'Dans une nouvelle ligne',
    sent: (count) =>
      count < 2 ? `ce qui a été envoyé de ${count} panier` : `ce qui a été envoyé de ${count} paniers`,
    batches: (count) => (count < 2 ? `${count} lot et son bilan` : `${count} lots et leurs bilans`),
    views: (count) => (count < 2 ? `${count} vue enregistrée` : `${count} vues enregistrées`),
    sites: (count) =>
      count < 2 ? `${count} site ou contact à proposer` : `${count} sites et contacts à proposer`,
    headers: (count) =>
      count < 2 ? `${count} en-tête de tableur reconnu` : `${count} en-têtes de tableur reconnus`,
    tables: (count) => (count < 2 ? `les colonnes de ${count} liste` : `les colonnes de ${count} listes`),
    confirmations: (count) =>
      count < 2
        ? `${count} confirmation en cours de vérification : une fois effacée, son panier pourrait être confirmé deux fois par erreur`
        : `${count} confirmations en cours de vérification : une fois effacées, leurs paniers pourraient être confirmés deux fois par erreur`,
    choices: (count) =>
      count < 2
        ? `${count} choix de langue ou d'apparence`
        : `${count} choix de langue, d'apparence ou de touches`,
    wipe: 'Effacer toutes les données locales',
    sure: "C'est sans retour. Rien de ce qui est enregistré dans l'API n'est touché.",
    really: 'Tout effacer',
    wiped: 'Effacé de cet ordinateur :',
    failed:
      'Le navigateur ne nous a pas laissé tout effacer. Effacez les données de ce site dans le navigateur lui-même.',
  },
};

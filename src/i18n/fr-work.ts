import type { WorkMessages } from './en-work';

const lignes = (count: number) => (count < 2 ? `${count} ligne` : `${count} lignes`);
const points = (count: number) => (count < 2 ? `${count} point` : `${count} points`);
const champs = (count: number) => (count < 2 ? `${count} champ` : `${count} champs`);

export const workMessages: WorkMessages = {
  contactFields: {
    end_customer_name: 'Société sur site',
    siret: 'SIRET',
    contact1_email_address: 'E-mail',
    contact1_firstname: 'Prénom',
    contact1_lastname: 'Nom',
    contact1_phone_number: 'Téléphone',
    contact2_email_address: 'E-mail',
    contact2_firstname: 'Prénom',
    contact2_lastname: 'Nom',
    contact2_phone_number: 'Téléphone',
    city: 'Commune',
    postcode: 'Code postal',
    street_name: 'Voie',
    street_number: 'Numéro',
    street_number_extension: 'Extension (bis, ter, B…)',
    insee_code: 'Code INSEE',
    building_name: 'Bâtiment',
    level_number: 'Étage',
    latitude: 'Latitude',
    longitude: 'Longitude',
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
    clear: 'Vider la sélection',
  },

  views: {
    button: (name) => `Vue : ${name}`,
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
    repaired: 'Une vue enregistrée ne convenait plus et a été réparée.',
    setAside: "Les vues enregistrées n'ont pas pu être lues et ont été mises de côté.",
  },

  pager: {
    toList: 'Vers la liste',
    previous: 'Ligne précédente',
    next: 'Ligne suivante',
    position: (index, total) => `${index} sur ${total}`,
  },

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
      "Ajoutez la première ligne : une offre et son élément d'éligibilité suffisent pour commencer.",
    references: 'Références',
    toolReference: "Référence donnée par l'outil, pour retrouver le panier. Vous pouvez la changer.",
    referencesSaved: 'Références enregistrées.',
    history: 'Historique',
    lineCount: lignes,
    removeTitle: 'Supprimer ce panier ?',
    removeText: (count) =>
      count === 0
        ? 'Le panier est vide.'
        : `Le panier disparaît avec ${count < 2 ? 'sa ligne' : `ses ${count} lignes`} :`,
    removing: 'Suppression…',
  },

  outcome: {
    title: 'Résultat',
    underWay: (decided, total) => `Commandes en cours de création : ${decided} sur ${total} décidées`,
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
    oddText: (count, states) => `${lignes(count)} dans un état inconnu de l'application : ${states}.`,
    heldText: (count) =>
      `Dont ${lignes(count)} en attente : l'opérateur valide à la main. Il n'y a rien à faire pour l'instant.`,
    stayText: (count) =>
      `${lignes(count)} encore en cours. L'opérateur peut laisser une ligne dans cet état.`,
    rejectedLines: 'Lignes rejetées',
    checking: (since: string) =>
      `Nous ne savons pas encore si la commande a été passée. Le panier est relu régulièrement depuis ${since} ; merci de ne pas confirmer ailleurs.`,
    notPlaced: "D'après l'API, la commande n'a pas été passée.",
    wrongGuess:
      "Si l'API l'exécute malgré tout et que la commande est passée à nouveau, tout sera commandé deux fois. Vérifiez à nouveau le panier avant de passer la commande.",
    checkAgain: 'Vérifier à nouveau le panier',
  },

  checkingWrite: (since: string) =>
    `Nous ne savons pas encore si cela a été fait. Vérification depuis ${since}.`,

  linePage: {
    title: (name) => name,
    newTitle: 'Nouvelle ligne',
    newIntro:
      "Seuls l'offre et son élément d'éligibilité sont nécessaires pour enregistrer. Le reste peut attendre la confirmation.",
    cartNotDraft: 'Ce panier a été confirmé ; on ajoute des lignes à un brouillon seulement.',
    inCart: (name) => `dans le panier ${name}`,
    toCart: 'Vers le panier',
    sections: {
      customer: 'Client et références',
      offer: 'Offre et options',
      network: 'Réseau',
      site: 'Site',
      contacts: 'Contacts',
      delivery: 'Livraison et notes',
    },
    contact1: 'Contact sur site',
    contact2: 'Second contact',
    addContact2: 'Ajouter un second contact',
    siteNumber: (number) => `Site ${number}`,
    readiness: 'À compléter',
    readyTitle: 'Prête à confirmer',
    readyText: 'Il ne manque rien sur cette ligne.',
    readyButExpired: "Il ne manque rien, mais le brouillon a expiré : l'API peut refuser de le confirmer.",
    openPoints: (missing, wrong) => {
      if (missing === 0) return `${points(wrong)} à corriger`;
      return `${points(missing)} à compléter${wrong === 0 ? '' : `, ${wrong} à corriger`}`;
    },
    sectionPoints: (missing, wrong) => {
      if (missing === 0) return `${wrong} à corriger`;
      return `${missing} à compléter${wrong === 0 ? '' : `, ${wrong} à corriger`}`;
    },
    allFilled: 'rien ne manque',
    timeline: 'Historique',
    facts: 'Références et dates',
    unsaved: (count) => `Modifications non enregistrées dans ${champs(count)}`,
    saved: (time) => `Enregistré à ${time}`,
    seeOutcome: "Voir ce qu'il en est",
    created: 'Ligne créée.',
    merged: (names) =>
      `Modifié entre-temps par quelqu'un d'autre, et conservé avec vos modifications : ${names}.`,
    differencesTitle: "L'API a gardé autre chose",
    keptInstead: (field, kept, sent) => `${field} : l'API a gardé ${kept} au lieu de ${sent}.`,
    diaKept: "L'API calcule la porte ENNI d'une ligne DIA.",
    notReturned: "Non renvoyé par l'API",
    sentNotReturned: (names) => `Envoyé, mais l'API ne le renvoie pas : ${names}.`,
    empty: 'rien',
    noLongerDraft:
      'Cette ligne a été confirmée entre-temps et ne peut plus être modifiée. Votre saisie est toujours là pour être copiée.',
    readOnly: 'Cette ligne a été confirmée. Ici on la suit, on ne la modifie plus.',
    summaryTitle: "La ligne n'a pas été enregistrée",
    remove: 'Supprimer la ligne',
    duplicate: 'Dupliquer la ligne',
    atAGlance: "En un coup d'œil",
    removeTitle: 'Supprimer cette ligne ?',
    removeText: (name) => `${name} quitte le panier. C'est sans retour.`,
    removing: 'Suppression…',
    othersRemoved: (count: number) =>
      `${lignes(count)} de plus ${count === 1 ? 'a' : 'ont'} quitté le panier en même temps. Vérifiez le panier.`,
    notRemoved: "L'API a répondu, mais la ligne est toujours dans le panier.",
    rejectedTitle: 'Pourquoi cette ligne a été rejetée',
    errorAt: (field) => `sur ${field}`,
    errorValue: (value) => `Valeur : ${value}`,
    cancelledText: 'Cette ligne a été annulée.',
    expiresSoon: (date) => `Ce brouillon expire le ${date}.`,
    expired: (date) => `Ce brouillon a expiré le ${date}. L'API peut refuser de le confirmer.`,
    keys: 'Dans une ligne',
    openQuote: "Issue d'un devis",
  },

  filling: {
    cpeEmptied: "L'option 7021 est retirée et les numéros du CPE sont vidés.",
    undo: 'Rétablir',
    copySite: "Copier d'une autre ligne…",
    pasteHint: "Une adresse ou une signature collée dans l'un de ces champs peut être répartie.",
  },

  options: {
    add: 'Ajouter une option',
    hint: "Saisissez un numéro d'option puis Entrée.",
    remove: (option) => `Retirer l'option ${option}`,
    recent: 'Utilisées récemment :',
    addAgain: (option) => `Ajouter l'option ${option}`,
  },

  locks: {
    quote: (quote) => `Fixé par le devis ${quote}`,
    quoteFixes: (names) => `Issus d'un devis, ces champs restent tels quels : ${names}.`,
    unchanged: "Rien n'a changé : ce champ est verrouillé.",
    atCreation: 'Ne se modifie plus une fois la ligne enregistrée',
    'creation-only': 'Fixé à la création de la ligne, ne se modifie plus',
    dia: "Calculé par l'API pour DIA : ce champ n'est pas envoyé",
    'not-draft': 'Confirmée',
  },

  issues: {
    required: 'Nécessaire pour confirmer',
    requiredToCreate: 'Nécessaire pour enregistrer',
    'required-for-cpe': "Nécessaire avec l'option 7021",
    'empty-without-cpe': "Doit être vide sans l'option 7021",
    email: 'Une adresse e-mail, par exemple marie.durand@example.fr',
    phone: 'Un numéro français a dix chiffres, par exemple 01 99 00 12 34 ou +33 1 99 00 12 34',
    postcode: 'Cinq chiffres, par exemple 76130',
    insee: 'Cinq caractères, par exemple 76451 ou 2A004',
    'siret-length': 'Quatorze chiffres, par exemple 732 829 320 00074',
    'siret-key': 'La clé ne correspond pas : un chiffre est peut-être faux',
    'siret-zeros': 'Que des zéros : est-ce provisoire ?',
    vlan: 'Un nombre entier de 1 à 4094',
    latitude: 'Un nombre de −90 à 90, par exemple 49.4744',
    longitude: 'Un nombre de −180 à 180, par exemple 1.0914',
    date: 'Une date qui existe',
    'date-past': 'Ce jour est passé',
    'coordinates-swapped': 'Latitude et longitude semblent inversées',
    'coordinates-abroad': 'Cette latitude et cette longitude sont hors de France',
    'insee-department':
      "Pas du même département que le code postal, ce qui n'est juste que pour quelques communes desservies par le voisin",
  },
  doubtful: (text) => `À vérifier : ${text}`,

  timeline: {
    empty: "Rien n'a changé pour l'instant.",
    noReason: 'Sans motif',
    noDate: 'Sans date',
    after: (duration) => `après ${duration}`,
    earlier: (duration) => `${duration} avant l'entrée du dessus`,
    sameTime: 'au même moment',
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
};

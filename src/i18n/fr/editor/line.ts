import type { LineMessages } from '~/i18n/en/editor/line';

const lignes = (count: number) => (count < 2 ? `${count} ligne` : `${count} lignes`);
const points = (count: number) => (count < 2 ? `${count} point` : `${count} points`);
const champs = (count: number) => (count < 2 ? `${count} champ` : `${count} champs`);

export const lineMessages: LineMessages = {
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
  pager: {
    toList: 'Vers la liste',
    previous: 'Ligne précédente',
    next: 'Ligne suivante',
    position: (index, total) => `${index} sur ${total}`,
  },

  checkingWrite: (since: string) =>
    `Nous ne savons pas encore si cela a été fait. Vérification depuis ${since}.`,

  linePage: {
    title: (name) => name,
    newTitle: 'Nouvelle ligne',
    newIntro:
      "Seuls l'offre et son élément d'éligibilité sont nécessaires pour enregistrer. Le reste peut attendre la confirmation.",
    cartNotDraft: 'Ce panier a été confirmé ; on ajoute des lignes à un brouillon seulement.',
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
    postalAddress: 'Adresse',
    siteNumber: (number) => `Site ${number}`,
    readiness: 'À compléter',
    readyTitle: 'Prête à confirmer',
    readyText: 'Il ne manque rien sur cette ligne.',
    readyButExpired: "Il ne manque rien, mais le brouillon a expiré : l'API peut refuser de le confirmer.",
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
      `Modifié entre-temps par quelqu'un d'autre, et conservé avec vos modifications : ${names}.`,
    differencesTitle: "L'API a gardé autre chose",
    keptInstead: (field, kept, sent) => `${field} : l'API a gardé ${kept} au lieu de ${sent}.`,
    diaKept: "L'API calcule la porte ENNI d'une ligne DIA.",
    notReturned: "Non renvoyé par l'API",
    fieldsNotReturned: (names) => `Non renvoyé par l'API : ${names}.`,
    sentNotReturned: (names) => `Envoyé, mais l'API ne le renvoie pas : ${names}.`,
    empty: 'rien',
    noLongerDraft: 'Cette ligne a été confirmée entre-temps et ne peut plus être modifiée.',
    summaryTitle: "La ligne n'a pas été enregistrée",
    remove: 'Supprimer la ligne',
    duplicate: 'Dupliquer la ligne',
    atAGlance: "En un coup d'œil",
    removeTitle: 'Supprimer cette ligne ?',
    removeText: (name) => `${name} quitte le panier. C'est sans retour.`,
    removing: 'Suppression…',
    othersRemoved: (count: number) =>
      `${lignes(count)} de plus ${count === 1 ? 'a' : 'ont'} quitté le panier entre-temps. Vérifiez le panier.`,
    notRemoved: "L'API a répondu, mais la ligne est toujours dans le panier.",
    rejectedTitle: 'Pourquoi cette ligne a été rejetée',
    rejectedValue: (said) => `Valeur rejetée : ${said}`,
    errorAt: (field) => `sur ${field}`,
    errorValue: (value) => `Valeur : ${value}`,
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
    recent: 'Utilisées récemment :',
    addAgain: (option) => `Ajouter l'option ${option}`,
  },

  locks: {
    quote: (quote) => `Fixé par le devis ${quote}`,
    quoteFixes: (names) => `Issus d'un devis, ces champs restent tels quels : ${names}.`,
    unchanged: "Rien n'a changé : ce champ est verrouillé.",
    atCreation: 'Ne se modifie plus une fois la ligne enregistrée',
    'creation-only': 'Fixé à la création de la ligne, ne se modifie plus',
    dia: "Calculé par l'API pour DIA : ce champ n'est pas envoyé",
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
    'siret-key': 'La clé ne correspond pas : un chiffre est peut-être faux',
    'siret-zeros': 'Que des zéros : est-ce provisoire ?',
    vlan: 'Un nombre entier de 1 à 4094',
    'vlan-text': "Plusieurs VLAN ou un autre texte : l'API décrit un seul VLAN",
    latitude: 'Un nombre de −90 à 90, par exemple 49.4744',
    longitude: 'Un nombre de −180 à 180, par exemple 1.0914',
    date: 'Une date qui existe',
    'date-past': 'Ce jour est passé',
    'coordinates-swapped': 'Latitude et longitude semblent inversées',
    'coordinates-abroad': 'Cette latitude et cette longitude sont hors de France',
    'insee-department':
      "Pas du même département que le code postal, ce qui n'est juste que pour quelques communes desservies par le voisin",
  },
  doubtful: (text) => `À vérifier : ${text}`,

  lifecycle: {
    cart: "Cycle de vie d'un panier",
    line: "Cycle de vie d'une ligne de commande",
    present: 'état actuel',
    taken: 'passé',
    ahead: 'possible',
    closed: 'non pris',
    staysInProgress: 'Reste en cours',
  },

  timeline: {
    empty: "Rien n'a changé pour l'instant.",
    noReason: 'Sans motif',
    noDate: 'Sans date',
    after: (duration) => `après ${duration}`,
    earlier: (duration) => `${duration} avant l'entrée du dessus`,
    sameTime: 'au même moment',
  },

  rejections: {
    INVALID_SIRET: "L'opérateur n'accepte pas ce SIRET.",
    UNKNOWN_ENNI: "L'opérateur ne connaît pas cette porte ENNI.",
    INSEE_MISMATCH: "Le code INSEE ne correspond pas à l'adresse.",
    ELIGIBILITY_EXPIRED: "L'éligibilité est trop ancienne : refaites-la.",
    VLAN_IN_USE: 'Ce VLAN est déjà utilisé.',
    UNREACHABLE_CONTACT: "Le contact sur site n'a pas pu être joint.",
    OFFER_NOT_AVAILABLE: "L'offre n'est pas disponible à cette adresse.",
  },

  rejected: {
    unexplained: "L'opérateur n'a donné aucune erreur.",
    before: 'Valeur déjà rejetée :',
    count: (count) => `${count} avec une valeur déjà rejetée`,
    beforeTitle: 'Des valeurs ont déjà été rejetées',
    copiedTitle: "Copiée d'une ligne rejetée",
    copiedText:
      "Ce que l'opérateur a refusé reste affiché au champ concerné jusqu'à ce que vous le changiez :",
  },
};

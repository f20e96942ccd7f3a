import type { BatchMessages } from '~/i18n/en/rest/batches';

const lignes = (count: number) => (count < 2 ? `${count} ligne` : `${count} lignes`);

export const batchMessages: BatchMessages = {
  changing: {
    title: (count) => `Modifier ${lignes(count)}`,
    intro: "Rien n'est envoyé avant que vous ayez vu chaque ligne avant et après.",
    none: "Aucune ligne n'est sélectionnée",
    noneText:
      'Cochez des lignes de commande dans la liste, sur autant de pages que vous voulez, puis choisissez « Modifier la sélection ».',
    toLines: 'Vers les lignes de commande',
    actions: 'Ce qui change',
    action: 'Action',
    kinds: {
      set: 'Mettre une valeur',
      empty: 'Vider un champ',
      replace: 'Remplacer du texte',
      'add-option': 'Ajouter une option',
      'remove-option': 'Retirer une option',
    },
    field: 'Champ à modifier',
    value: 'Nouvelle valeur',
    search: 'Texte à remplacer',
    replacement: 'Remplacement',
    option: 'Option à ajouter ou à retirer',
    missing: 'Nécessaire pour cette action',
    add: 'Ajouter une autre action',
    removeLast: 'Retirer la dernière action',
    show: 'Voir les modifications',
    preview: "Avant d'appliquer",
    lines: 'Lignes qui changent',
    before: 'Avant',
    after: 'Après',
    apply: 'Appliquer les modifications',
    willChange: (count) => (count < 2 ? `${lignes(count)} change.` : `${lignes(count)} changent.`),
    same: (count) =>
      count < 2 ? `${lignes(count)} a déjà ces valeurs.` : `${lignes(count)} ont déjà ces valeurs.`,
    stays: {
      'not-draft': (count, field) => `${lignes(count)} hors brouillon : « ${field} » y reste.`,
      quote: (count, field) => `${lignes(count)} de devis : « ${field} » y reste.`,
      'creation-only': (count, field) => `${lignes(count)} : « ${field} » se fixe à la création seulement.`,
      dia: (count, field) => `${lignes(count)} DIA : l'API calcule « ${field} ».`,
      required: (count, field) => `${lignes(count)} : « ${field} » ne peut pas être vide.`,
    },
    pair: (field, value) => `${field} : ${value}`,
    needCpe: (count) => `Option 7021 : numéros de CPE à remplir avant la confirmation sur ${lignes(count)}.`,
    loseCpe: (count) => `Vider les numéros de CPE de ${lignes(count)} : l'option 7021 part`,
    unread: (count) =>
      count < 2
        ? `${lignes(count)} n'a pas pu être lue, et ne sera pas modifiée.`
        : `${lignes(count)} n'ont pas pu être lues, et ne seront pas modifiées.`,
  },
  batches: {
    title: 'Lots',
    intro:
      'Des lignes que ce navigateur crée ou modifie une à une. Un lot et son bilan restent ici 30 jours.',
    none: 'Aucun lot',
    noneText: 'Dupliquez un panier, ou copiez des lignes dans un nouveau : le lot et son bilan seront ici.',
    batch: 'Lot',
    gone: "Ce navigateur n'a pas ce lot",
    goneText: "Un lot appartient à la personne et au navigateur qui l'ont lancé, et reste 30 jours.",
    all: 'Tous les lots',
    kinds: {
      duplicate: (name) => `Copie de ${name}`,
      rejected: (name) => `Lignes rejetées de ${name}`,
      moved: (name) => `Lignes déplacées depuis ${name}`,
      import: (name) => `Import de ${name}`,
      change: (fields) => `Modification de ${fields}`,
    },
    started: 'Lancé',
    intoCart: 'Vers',
    fromCart: 'Depuis',
    progress: (done, total) => `${done} sur ${lignes(total)}`,
    statuses: {
      running: 'En cours',
      paused: 'En pause',
      done: 'Terminé',
      stopped: 'Arrêté',
      undone: 'Défait',
      incomplete: 'Incomplet',
    },
    pauses: {
      person: "En pause. Rien n'est envoyé avant que vous repreniez.",
      network: "En pause : le réseau ou l'API ne répond pas. Reprenez quand il répondra.",
      'sign-in': 'En pause : votre connexion est terminée. Connectez-vous, puis reprenez.',
      sleep: 'En pause : cet ordinateur était en veille. Reprenez quand vous voulez.',
      interrupted:
        "Interrompu : sa page a été fermée. La reprise lit d'abord le panier ; rien n'est créé deux fois.",
      locked: 'En pause : le panier est en cours de confirmation. Reprenez quand elle sera décidée.',
      confirmed:
        'En pause : le panier est confirmé et ne prend plus de lignes. La reprise ignore celles qui attendent.',
      gone: "En pause : le panier n'existe plus. La reprise ignore les lignes qui attendent.",
      unknown: 'En pause : plusieurs lignes peuvent être celle qui a été envoyée. Choisissez ci-dessous.',
      'several-carts':
        'En pause : plusieurs paniers de cette référence peuvent être le nouveau. Regardez-les avant de reprendre.',
      storage: "En pause : ce navigateur n'enregistre plus le lot. Rien n'est envoyé sans cela.",
      outdated: "En pause : cette page n'est plus à jour. Rechargez-la, puis reprenez.",
      refused: "En pause : l'API vous le refuse.",
      'lines-lost': "En pause : plus d'une ligne a quitté le panier. Regardez le panier avant de reprendre.",
      'to-decide': 'En pause : un collègue a modifié les mêmes champs entre-temps. Décidez ci-dessous.',
    },
    queued: 'En attente : un autre lot travaille sur le même panier. Celui-ci suivra.',
    elsewhere: 'Ce lot tourne dans un autre onglet de ce navigateur.',
    incomplete: (found, total) =>
      `Le journal de ce lot a ${found} sur ${lignes(total)}. Il ne peut pas se dire terminé, et ne reprend pas.`,
    waits: {
      'own-limit': (time) => `En attente jusqu'à ${time} : Orderdesk lui-même limite le nombre de demandes.`,
      busy: (time) => `En attente jusqu'à ${time} : l'API demande de ralentir.`,
    },
    minutesLeft: (count) => (count < 2 ? 'encore 1 minute environ' : `encore ${count} minutes environ`),
    creatingCart: 'Création du panier…',
    done: (count) => `Terminé : chaque ligne a son résultat, ${lignes(count)} en tout.`,
    imported: (count) =>
      count < 2 ? `${count} ligne créée dans le panier.` : `${count} lignes créées dans le panier.`,
    changed: (count) => (count < 2 ? `${count} ligne modifiée.` : `${count} lignes modifiées.`),
    reverted: (reverted, left) =>
      `Défait : ${reverted} rétablies, ${left} laissées car modifiées ou commandées depuis.`,
    undone: (removed, left) =>
      `Défait : ${removed} supprimées, ${left} laissées car modifiées ou commandées depuis.`,
    missing: (count) =>
      count < 2
        ? `${count} ligne créée n'est plus dans le panier.`
        : `${count} lignes créées ne sont plus dans le panier.`,
    totals: 'Totaux',
    sum: 'Total',
    rowKinds: {
      created: 'créée',
      changed: 'modifiée',
      present: 'déjà présente',
      unchanged: 'rien à faire',
      removed: 'supprimée',
      reverted: 'rétablie',
      skipped: 'ignorée',
      failed: 'en échec',
      conflict: 'à décider',
      unknown: 'inconnue',
      sending: "en cours d'envoi",
      waiting: 'en attente',
    },
    toDecide: 'à décider',
    number: 'N°',
    name: 'Nom',
    outcome: 'Résultat',
    line: 'Ligne',
    reason: 'Motif',
    change: 'Modification',
    receipt: 'Bilan',
    skips: {
      stopped: 'Le lot a été arrêté avant elle.',
      'cart-confirmed': 'Le panier a été confirmé avant elle.',
      'cart-gone': 'Le panier a été supprimé avant elle.',
      'line-ordered': 'La ligne a été confirmée entre-temps.',
      'line-gone': "La ligne n'existe plus.",
      locked: "Un champ s'est verrouillé depuis : la ligne provient d'un devis.",
      theirs: 'La valeur du collègue reste.',
    },
    storedOtherwise: (fields) => `L'API a enregistré une autre valeur : ${fields}.`,
    stays: { changed: 'Laissée : modifiée depuis', ordered: 'Laissée : commandée depuis' },
    pause: 'Mettre en pause',
    goOn: 'Reprendre',
    retry: (count) => (count < 2 ? 'Réessayer cette ligne' : `Réessayer ces ${count} lignes`),
    stop: 'Arrêter ici',
    undo: 'Défaire',
    undoTitle: 'Défaire ce lot ?',
    undoText: (count) =>
      `Supprime les lignes que ce lot a créées, ${count} au plus. Une ligne modifiée ou commandée depuis reste.`,
    undoChangesText: (count) =>
      `Rétablit les valeurs d'avant, sur ${lignes(count)} au plus. Une valeur modifiée depuis reste, et une ligne commandée aussi.`,
    download: (format) => `Bilan en ${format}`,
    fileName: 'lot',
    failedRows: (count) =>
      count < 2 ? 'Exporter la ligne en échec' : `Exporter les ${count} lignes en échec`,
    failedFileName: 'lignes-en-echec',
    decideTitle: 'À décider',
    decideText: (row) =>
      `La ligne n° ${row} a été envoyée et sa réponse s'est perdue. Ces lignes lui sont égales en tout. Laquelle est-ce ?`,
    conflictText: (row, name) =>
      `Un collègue a modifié les mêmes champs de la ligne n° ${row}, ${name}, depuis votre lecture. Rien n'y est encore écrit.`,
    conflictAction: 'Appliquer ces choix',
    itIs: "C'est celle-ci",
    noneOfThem: 'Aucune : renvoyer la ligne',
    candidate: (number) => `Ligne ${number}`,
    reading: (read, total) => `Lecture des lignes : ${read} sur ${total}`,
    unreadable: (count) =>
      count < 2
        ? `${count} ligne n'a pas pu être lue. Rien n'a été envoyé.`
        : `${count} lignes n'ont pas pu être lues. Rien n'a été envoyé.`,
    notStored:
      "Ce navigateur n'enregistre rien : un lot ne pourrait pas reprendre après une interruption. Rien n'a été envoyé.",
    onCart: (status, done, total) =>
      `Un lot travaille sur ce panier. ${status} : ${done} sur ${lignes(total)}.`,
    onCartElsewhere: (done, total, time) =>
      `Un lot n'est pas terminé sur ce panier : ${done} sur ${lignes(total)} le ${time}. La personne qui l'a lancé le reprend dans son navigateur.`,
    leftOut: (count) =>
      `Si vous confirmez maintenant, ${lignes(count)} du lot n'y ${count < 2 ? 'sera' : 'seront'} pas.`,
    open: 'Ouvrir le lot',
    changedOriginal: "Une ligne copiée a été modifiée ici depuis, ou n'y est plus. Elle reste.",
  },
};

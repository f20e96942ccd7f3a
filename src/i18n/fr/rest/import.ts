import type { ImportMessages } from '~/i18n/en/rest/import';

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;
const lignes = (count: number) => plural(count, 'ligne', 'lignes');
const cellules = (count: number) => plural(count, 'cellule', 'cellules');
const colonnes = (count: number) => plural(count, 'colonne', 'colonnes');

export const importMessages: ImportMessages = {
  importing: {
    open: 'Importer des lignes',
    title: 'Importer des lignes',
    titleInto: (cart) => `Importer des lignes dans ${cart}`,
    intro:
      "Depuis un tableur : collez des lignes, ou choisissez un fichier. Rien n'est créé avant que vous appuyiez sur Créer les lignes.",

    rowsTitle: 'Lignes du tableur',
    paste: 'Coller des lignes',
    pasteHint: "Avec leur ligne d'en-têtes, comme un tableur les copie.",
    choose: 'Choisir un fichier',
    dropHint: 'XLSX ou CSV. Vous pouvez aussi le déposer ici.',
    dropNow: 'Déposez le fichier ici',
    template: 'Modèle vide',
    templateAs: (format, language) => `${format}, en ${language === 'fr' ? 'français' : 'anglais'}`,
    templateFile: 'modele-de-lignes',
    reading: (name) => `Lecture de ${name}…`,
    pasted: 'Lignes collées',
    read: (name, count) => `${name} : ${lignes(count)}`,
    others: "Choisir d'autres lignes",
    unreadableTitle: (name) => `${name} ne peut pas être lu`,
    unreadable: {
      protected:
        'Ce classeur a un mot de passe. Enregistrez une copie sans mot de passe, puis choisissez la copie.',
      xls: "C'est un classeur d'un ancien Excel (.xls). Enregistrez-le en .xlsx ou CSV, puis choisissez ce fichier.",
      ods: "C'est un classeur de LibreOffice (.ods). Enregistrez-le en .xlsx ou CSV, puis choisissez ce fichier.",
      html: "C'est une page web qui porte le nom d'un tableur. Ouvrez-la dans un tableur et enregistrez-la en .xlsx.",
      pdf: "C'est un PDF. Demandez le tableur dont il est issu.",
      empty: "Il n'y a aucune ligne dedans. Choisissez un autre fichier, ou collez les lignes.",
      'too-large':
        'Il est trop grand. Gardez les colonnes et lignes nécessaires, ou partagez-le en plusieurs fichiers.',
      'too-many-rows': 'Il a trop de lignes. Partagez-le en plusieurs fichiers.',
      bomb: "Décompressé, il est plus grand que ses lignes ne le demandent, et n'a pas été lu. Copiez les lignes remplies dans un nouveau classeur.",
      damaged: "Ce fichier est abîmé, ou n'est ni XLSX ni CSV. Enregistrez-le de nouveau dans votre tableur.",
      changed:
        'Le fichier a été modifié, déplacé ou supprimé depuis que vous l’avez choisi. Choisissez-le de nouveau.',
      'not-loaded':
        "Une partie de la page ne s'est pas chargée : rien n'a été lu. Choisissez de nouveau le fichier dès que votre réseau le permet, ou rechargez la page.",
    },
    unreadableRows: (count) => `Il a ${count} lignes.`,
    unreadableBytes: (megabytes) => `Il fait ${megabytes} Mo.`,
    unpackedBytes: (megabytes) => `Décompressé, il fait ${megabytes} Mo.`,

    sheets: 'Feuille',
    sheet: (name, count) => `${name} (${lignes(count)})`,
    hidden: (visible, hidden) =>
      `${plural(visible, 'visible', 'visibles')}, ${plural(hidden, 'masquée', 'masquées')}`,
    visibleOnly: (count) =>
      count < 2 ? 'Seulement la ligne visible' : `Seulement les ${count} lignes visibles`,
    withHidden: (count) => `Toutes les ${count} lignes`,
    merged: (count) =>
      count < 2
        ? '1 plage de cellules est fusionnée. Sa valeur est dans sa première cellule ; les autres sont vides.'
        : `${count} plages de cellules sont fusionnées. La valeur est dans la première cellule de chacune ; les autres sont vides.`,

    columnsTitle: 'Colonnes',
    columnsCaption: "Colonnes du fichier et champs qu'elles remplissent",
    headerRow: "Ligne d'en-têtes",
    headerRowChoice: (number, texts) => `Ligne ${number} : ${texts}`,
    column: 'Colonne',
    samples: 'Premières valeurs',
    field: 'Champ',
    fieldOf: (header) => `Champ de ${header}`,
    noHeader: (number) => `Colonne ${number}`,
    notImported: 'Non importée',
    matched: (count, total) =>
      `${count} sur ${colonnes(total)} ${count < 2 ? 'est importée' : 'sont importées'}.`,
    leftColumns: (names) => `Non importées : ${names}.`,
    neededColumn: (names) =>
      `Aucune colonne ne remplit ${names}. Sans valeur, une ligne ne peut pas être créée.`,
    check: 'Vérifier les lignes',
    checking: 'Vérification des lignes…',
    changeColumns: 'Changer les colonnes',

    checkTitle: 'Vérification',
    noRows: "Il n'y a aucune ligne sous la ligne d'en-têtes. Choisissez une autre ligne d'en-têtes.",
    filter: 'Lignes affichées',
    filters: {
      all: (count) => `Toutes (${count})`,
      ready: (count) => `Prêtes (${count})`,
      incomplete: (count) => `Incomplètes, peuvent être créées (${count})`,
      blocked: (count) => `Ne peuvent pas être créées (${count})`,
      double: (count) => `Déjà là (${count})`,
      'left-out': (count) => `Écartées (${count})`,
    },
    statuses: { ready: 'Prête', incomplete: 'Incomplète', blocked: 'Bloquée', 'left-out': 'Écartée' },
    noneShown: "Aucune ligne n'est plus dans cet état.",
    grid: 'Lignes à créer',
    gridHint:
      'Entrée ou une lettre modifie, Échap renonce. F8 va au problème suivant, Ctrl+D recopie vers le bas, Ctrl+Z annule. Copier et coller vont comme dans un tableur.',
    row: 'Ligne',
    status: 'État',
    rowNumber: (number) => `Ligne ${number}`,
    cellAt: (row, field) => `Ligne ${row}, ${field}`,
    empty: 'Vide',
    cut: (text, length) => `${text}… (${length} caractères)`,
    needsNothing: 'Rien à signaler ici.',
    editing: (field) => `Modifier ${field}`,
    next: 'Problème suivant',
    previous: 'Problème précédent',
    noProblem: 'Il ne reste aucun problème dans les lignes affichées.',
    undo: 'Annuler',
    redo: 'Rétablir',
    fill: 'Recopier vers le bas',
    filled: (count) => `${plural(count, 'cellule remplie', 'cellules remplies')}.`,
    replace: 'Remplacer…',
    replaceTitle: (field) => `Remplacer dans ${field}`,
    find: 'Chercher',
    replaceBy: 'Remplacer par',
    wholeCell: 'Cellules entières seulement',
    replaceCount: (count) =>
      `${cellules(count)} ${count < 2 ? 'changera' : 'changeront'}, dans les lignes affichées.`,
    replaceNow: 'Remplacer',
    replaced: (count) => `${plural(count, 'cellule remplacée', 'cellules remplacées')}.`,
    pastedCells: (count) => `${plural(count, 'cellule modifiée', 'cellules modifiées')}.`,
    pastedBeyond: (count) =>
      `${cellules(count)} de ce qui a été collé ${count < 2 ? "n'avait" : "n'avaient"} pas de place et ${count < 2 ? 'a été laissée' : 'ont été laissées'}.`,
    leaveOut: 'Écarter',
    takeIn: 'Reprendre dans la liste',
    edited: (count) => plural(count, 'modification', 'modifications'),

    proposals: 'À propos de colonnes entières',
    zeros: (count, field) => `${field} : le tableur a pris le zéro initial de ${cellules(count)}.`,
    invisible: (count, field) =>
      `${field} : ${cellules(count)} ${count < 2 ? 'a' : 'ont'} des caractères qui ne se voient pas.`,
    example: (row, before, after) => `Ligne ${row} : ${before} devient ${after}.`,
    addZeros: 'Ajouter les zéros',
    withoutZeros: 'De nouveau sans les zéros',
    clean: 'Les enlever',
    unclean: 'Les garder finalement',
    dateOrder: (field, row, text) =>
      `${field} : quel jour est ${text}, à la ligne ${row} ? La réponse vaut pour toute la colonne.`,
    dateOrders: {
      'day-first': (day) => `${day} (jour d'abord)`,
      'month-first': (day) => `${day} (mois d'abord)`,
    },
    dateChosen: (field, day) => `${field} : lu comme ${day}.`,
    askAgain: 'Changer la réponse',

    doubles: {
      file: (count) => `${lignes(count)} ${count < 2 ? 'est' : 'sont'} plusieurs fois dans ce fichier.`,
      cart: (count, total) => `${count} sur ${total} sont déjà dans ce panier.`,
      draft: (count) =>
        `${lignes(count)} ${count < 2 ? 'est égale' : 'sont égales'} à un brouillon d'un autre panier, parmi ce qui a été lu ici.`,
    },
    doubleOfRow: (row) => `Égale à la ligne ${row}`,
    doubleOfCart: 'Déjà dans ce panier',
    doubleOfDraft: "Égale à un brouillon d'un autre panier",
    leaveDoublesOut: 'Les écarter',

    createTitle: 'Création',
    create: 'Créer les lignes',
    willCreate: (count, cart) => `${plural(count, 'ligne sera créée', 'lignes seront créées')} dans ${cart}.`,
    incompleteToo: (count) =>
      count < 2
        ? `${count} d'elles est incomplète : on peut la compléter avant de confirmer le panier.`
        : `${count} d'elles sont incomplètes : on peut les compléter avant de confirmer le panier.`,
    blockedStay: (count) =>
      count < 2
        ? `${count} ligne ne peut pas être créée et reste de côté.`
        : `${count} lignes ne peuvent pas être créées et restent de côté.`,
    leftOutStay: (count) => `${plural(count, 'ligne est écartée', 'lignes sont écartées')}.`,
    fromQuote: (count, fields) =>
      `${plural(count, "ligne est issue d'un devis", "lignes sont issues d'un devis")}. Une fois créées, ces champs sont verrouillés : ${fields}.`,
    nothing: "Il n'y a aucune ligne à créer.",
    notStored:
      "Ce navigateur ne stocke rien, la création ne pourrait donc pas reprendre après une interruption. Rien n'a été envoyé.",

    problems: 'Problèmes',
    problemsOf: (row) => `Ligne ${row}`,
    moreProblems: (count) => `Montrer ${lignes(count)} de plus`,
    noProblems: 'Aucun problème dans les lignes affichées.',

    leaveTitle: "Quitter l'import ?",
    leaveText: (count) =>
      count < 2
        ? "Votre modification dans les lignes serait perdue. Rien n'est encore créé."
        : `Vos ${count} modifications dans les lignes seraient perdues. Rien n'est encore créé.`,
    stay: 'Rester',
    leave: 'Quitter',
    otherRowsTitle: "Choisir d'autres lignes ?",
    otherRows: 'Abandonner les modifications',

    notes: {
      'number-cut': 'Le tableur a coupé ce nombre : saisissez-le en entier',
      'date-in-text': "Le tableur en a fait une date : saisissez ce que c'était",
      'date-like': 'Un tableur en a peut-être fait une date',
      'date-serial': "Un nombre de jours au lieu d'une date : saisissez le jour",
      'date-order':
        "Jour ou mois d'abord ? Répondez à la question sur la colonne, ou saisissez le jour ainsi : 2026-08-03",
      'date-short-year': "L'année a deux chiffres : saisissez-en quatre",
      'date-unreadable': "Ce n'est pas un jour que l'on peut lire : saisissez-le ainsi : 2026-08-03",
      'yes-no': 'Ni oui ni non',
      'list-number':
        'Le tableur a fait un seul nombre de cette liste : saisissez les options, séparées par un point-virgule',
      'error-value': 'Le tableur a une erreur ici',
      'no-value':
        "Le fichier n'a pas de valeur pour cette formule : ouvrez-le et enregistrez-le dans un tableur, ou saisissez la valeur",
      invisible: 'A des caractères qui ne se voient pas',
      'quote-lock': "Issue d'un devis : cinq champs sont verrouillés une fois la ligne créée",
    },
  },
};

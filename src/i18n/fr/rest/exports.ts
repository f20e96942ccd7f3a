import type { ExportMessages } from '~/i18n/en/rest/exports';

export const exportMessages: ExportMessages = {
  exports: {
    allLines: 'Exporter les lignes de commande',
    selectedLines: 'Exporter les lignes de commande choisies',
    allCarts: 'Exporter les paniers',
    linesFile: 'lignes',
    cartsFile: 'paniers',
    rows: (count, shown) => (count < 2 ? `${count} ligne` : `${shown} lignes`),
    unknownCount: "L'API ne dit pas combien de lignes il y a. Le fichier les contiendra toutes.",
    format: 'Type de fichier',
    formats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
    tooManyForXlsx: (most) => `Au-delà de ${most} lignes, le fichier est un CSV.`,
    tooManyForSheets: (most) => `Un tableur n'ouvre que les ${most} premières lignes d'un fichier.`,
    csvInstead: (most) => `Il y avait plus de ${most} lignes : le fichier est un CSV.`,
    formatNotes: {
      xlsx: 'Pour les tableurs : chaque valeur reste telle quelle, zéros de tête et téléphones compris.',
      csv: "Pour d'autres logiciels. Une apostrophe précède ce qu'un tableur exécuterait comme formule ou changerait comme nombre.",
    },
    personalData:
      'Le fichier peut contenir des données personnelles. Une fois enregistré, sa protection et son effacement sont sous votre responsabilité.',
    start: 'Exporter',
    progress: 'Export en cours',
    readOf: (read, total) => `${read} lignes lues sur ${total}`,
    readSoFar: (count, shown) => (count < 2 ? `${count} ligne lue` : `${shown} lignes lues`),
    percent: (percent) => `${percent} %`,
    writing: 'Création du fichier',
    writtenOf: (written, total) => `Création du fichier : ${written} lignes écrites sur ${total}`,
    cancelled: "L'export a été annulé. Aucun fichier n'a été enregistré.",
    elsewhere: 'Un autre export est en cours dans ce navigateur. Réessayez quand il sera terminé.',
    failed: "L'export a échoué. Aucun fichier n'a été enregistré",
    saved: (rows, file) => `${rows} dans ${file}`,
    saveAgain: 'Enregistrer à nouveau le fichier',
    countChanged: (other) =>
      `La liste a changé entre-temps : on y a aussi compté ${other} lignes. Il peut en manquer ; exportez à nouveau pour en être sûr.`,
    unreadable: (count, shown) =>
      count < 2
        ? "1 ligne n'a pas pu être lue ; le fichier n'a que son identifiant."
        : `${shown} lignes n'ont pas pu être lues ; le fichier n'a que leurs identifiants.`,
    unreadableRow: (id) => `Cette ligne n'a pas pu être lue ${id}`.trim(),
    cut: (count, shown) =>
      count < 2
        ? "1 texte dépasse ce que contient une cellule et a été coupé. Un fichier CSV l'a en entier."
        : `${shown} textes dépassent ce que contient une cellule et ont été coupés. Un fichier CSV les a en entier.`,
  },
};

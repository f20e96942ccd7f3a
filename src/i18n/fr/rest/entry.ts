import type { EntryMessages } from '~/i18n/en/rest/entry';

export const entryMessages: EntryMessages = {
  duplicating: {
    lineText: (name) =>
      `Une nouvelle ligne commence comme une copie de ${name}, telle qu'enregistrée. Rien n'est envoyé avant que vous l'enregistriez.`,
    cartText: (count, cart) =>
      `Un nouveau panier brouillon avec une copie ${count < 2 ? 'de la ligne' : `des ${count} lignes`} de ${cart}, qui reste tel quel.`,
    cartQuotes: (count) =>
      count < 2 ? `${count} ligne est issue d'un devis` : `${count} lignes sont issues de devis`,
    unreadable: (count) =>
      count < 2
        ? `${count} ligne n'a pas pu être lue et n'est pas copiée.`
        : `${count} lignes n'ont pas pu être lues et ne sont pas copiées.`,
    intoCart: 'Dans le panier',
    thisCart: 'ce panier',
    noDraftCart: "Aucun panier n'est un brouillon où mettre une ligne. Créez d'abord un panier.",
    quote: (quote) => `Cette ligne est issue de la ligne de devis ${quote}`,
    quoteChoices: {
      leave: 'Quitter le devis. Tous les champs de la nouvelle ligne se modifient.',
      keep: "Garder le devis. Client final, offre, élément d'éligibilité, nom de la commande et code affaire restent verrouillés.",
    },
    notCopied: 'Non copiés :',
    apiOnly: 'références, états, dates et erreurs',
    siteAndContacts: 'site et contacts',
    unknown: (names) => `Non renvoyés par l'API, donc rien à copier : ${names}.`,
    begin: 'Dupliquer',
    copyOf: (name) => `Copie de ${name}, pas encore enregistrée`,
  },

  cpe: {
    title: "Retirer l'option 7021 ?",
    text: 'Sans elle, les numéros du CPE doivent être vides. Ceux-ci seraient vidés :',
    empty: 'Retirer et vider',
  },

  siteFilling: {
    copySiteTitle: 'Copier le site et ses contacts',
    copySiteText:
      "Depuis une ligne du même panier, la dernière d'abord. Remplit tous les champs du site et de ses contacts.",
    noOtherSite: "Aucune autre ligne de ce panier n'a de site.",
    siteCopied: (name) => `Le site et les contacts sont maintenant ceux de ${name}.`,
    pasteTitle: 'Répartir le texte collé ?',
    split: 'Répartir',
    leaveAsPasted: 'Laisser tel quel',
    insteadOf: (value) => `(au lieu de ${value})`,
    noField: (rest) => `Sans champ : ${rest}`,
    emptied: 'Vidé',
    pasted: (count, emptied) =>
      `Le texte collé remplit ${count} champs${emptied === 0 ? '' : ` et en vide ${emptied}`}.`,
  },

  siteBook: {
    title: 'De lignes déjà vues',
    found: (count) => (count === 1 ? '1 proposition.' : `${count} propositions.`),
    hint: 'Flèche bas pour choisir, Échap pour fermer.',
    otherAddress: 'Ce SIRET a aussi été vu à une autre adresse',
    filled: {
      site: "Le site est rempli d'après une ligne déjà vue.",
      person: "Le contact est rempli d'après une ligne déjà vue.",
    },
  },
};

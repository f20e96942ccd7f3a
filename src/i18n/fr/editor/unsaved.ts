import type { UnsavedMessages } from '~/i18n/en/editor/unsaved';

const champs = (count: number) => (count < 2 ? `${count} champ` : `${count} champs`);

export const unsavedMessages: UnsavedMessages = {
  leaveDialog: {
    title: 'Quitter sans enregistrer ?',
    text: (count) => `${champs(count)} ${count < 2 ? "n'est pas enregistré" : 'ne sont pas enregistrés'}.`,
    stay: 'Rester ici',
    save: 'Enregistrer et quitter',
    discard: 'Abandonner et quitter',
    savingTitle: 'Enregistrement avant de quitter',
    saving: "Vous quitterez cette page dès que l'enregistrement aura réussi.",
    keptMeanwhile: "Ce que vous avez saisi reste gardé sur cet ordinateur si vous n'attendez pas.",
    leave: 'Quitter sans attendre',
  },

  discardDialog: {
    title: 'Abandonner les modifications ?',
    text: (count) => `Ce que vous avez saisi dans ${champs(count)} sera perdu.`,
    discard: 'Abandonner',
  },

  refusedValues: {
    api: (count) => (count < 2 ? `L'API a refusé ${count} valeur :` : `L'API a refusé ${count} valeurs :`),
    desk: (count) =>
      count < 2
        ? `${count} champ est nécessaire pour enregistrer :`
        : `${count} champs sont nécessaires pour enregistrer :`,
    said: (words) => `(l'API : « ${words} »)`,
  },

  conflict: {
    title: 'Les mêmes champs ont été modifiés entre-temps',
    text: (time) =>
      `Rien n'est encore enregistré. Choisissez une valeur pour chaque champ ; les leurs ont été lues à ${time}.`,
    field: 'Champ',
    base: 'Avant',
    theirs: 'La leur',
    mine: 'La vôtre',
    choice: (field, whose, value) => `${field}, ${whose} : ${value}`,
    chooseAll: (whose) => `Tout choisir dans « ${whose} »`,
    undecided: (count) => `${champs(count)} à décider`,
    save: 'Enregistrer avec ces choix',
  },

  keptText: {
    title: (when) => `Une saisie du ${when} n'a pas été enregistrée`,
    changes: (names) => `Elle modifie : ${names}.`,
    changedMeanwhile: (names) =>
      `Depuis, ceci a changé, ici ou ailleurs : ${names}. Comparez avant de restaurer ; ce que la saisie ne modifie pas reste comme maintenant.`,
    now: 'Maintenant',
    typed: 'Saisie',
    restore: 'Restaurer',
    restoreDecided: 'Restaurer avec ces choix',
    discard: 'Abandonner cette saisie',
    elsewhereTitle: 'Cette ligne est en cours de modification dans un autre onglet',
    elsewhereText: (when) =>
      `Une saisie du ${when} n'y est pas encore enregistrée. Ce que vous tapez ici ne s'y mélange pas.`,
    goOn: 'Continuer ici',
    unsavableTitle: "Votre saisie n'est pas dans cette ligne",
    unsavableText:
      "On ne peut plus l'enregistrer ici. Elle reste gardée sur cet ordinateur, sept jours au plus, pour pouvoir être copiée.",
    unsavableHere:
      "On ne peut plus l'enregistrer ici, et elle n'est pas gardée sur cet ordinateur. Copiez-la avant de quitter cette page.",
    nowIs: (value) => `maintenant : ${value}`,
    newLine: (when) => `Une nouvelle ligne inachevée, gardée le ${when}`,
    goOnNewLine: 'La reprendre',
    ofRow: (when) => `Saisie non enregistrée du ${when}`,
    full: "Votre saisie n'est pas gardée sur cet ordinateur : son stockage est plein. Enregistrez souvent.",
    blocked:
      "Votre saisie n'est pas gardée sur cet ordinateur : le navigateur ne le permet pas. Enregistrez souvent.",
  },
};

import type { SignInMessages } from '~/i18n/en/rest/sign-in';

export const signInMessages: SignInMessages = {
  signIn: {
    title: 'Se connecter',
    againTitle: 'Se reconnecter',
    firstText: 'Connectez-vous pour voir et passer des commandes.',
    againText:
      'Votre session est terminée. Ce que vous avez saisi est toujours là : connectez-vous et reprenez où vous en étiez.',
    withCompany: 'Se connecter avec le compte de votre entreprise',
    inOtherWindow: "La connexion s'ouvre dans une autre fenêtre ; revenez ici ensuite.",
    waiting: "En attente de l'autre fenêtre…",
    user: 'Nom du compte',
    password: 'Mot de passe',
    submit: 'Se connecter',
    submitting: 'Connexion…',
    notNow: 'Pas maintenant',
    refused: "Ce nom de compte et ce mot de passe n'ont pas été acceptés.",
    tooMany: "Trop d'essais.",
    unreachable:
      "Le service de connexion est injoignable. Réessayez dans un moment. Si cela dure, prévenez la personne qui gère l'outil.",
    noAnswer: "Aucune réponse n'est arrivée. Vérifiez votre connexion, puis réessayez.",
    signedInAs: (name) => `Connecté : ${name}`,
    signOut: 'Se déconnecter',
    signedOut: 'Déconnecté',
    signedOutTitle: 'Vous êtes déconnecté',
    signedOutText: 'Rien de ce que vous avez vu ne reste ouvert dans ce navigateur.',
    serverUntold:
      "Vous êtes déconnecté dans ce navigateur. Le serveur n'a pas encore pu être prévenu : cette page réessaie, et sinon la prochaine visite avec ce navigateur le préviendra.",
    leaving: 'Déconnexion…',
    failedTitle: "Vous n'êtes pas connecté",
    failed: {
      not_allowed:
        "Le compte de votre entreprise n'a pas accès aux commandes. Demandez l'accès à la personne qui gère l'outil.",
      not_verified:
        "Le compte de votre entreprise est sur la liste, mais la connexion n'indique pas que son adresse e-mail ou son numéro de téléphone est vérifié. Montrez ceci à la personne qui gère l'outil.",
      groups_omitted:
        "Le compte de votre entreprise est dans un si grand nombre de groupes que la connexion ne les indique pas. Montrez ceci à la personne qui gère l'outil : la connexion doit n'indiquer que les groupes affectés à cette application.",
      unreachable:
        "Le service de connexion est injoignable. Réessayez dans un moment. Si cela dure, prévenez la personne qui gère l'outil.",
      expired: 'La connexion a pris trop de temps, ou a commencé dans un autre navigateur. Recommencez.',
      failed: "Votre entreprise n'a pas pu confirmer qui vous êtes. Recommencez.",
    },
    startAgain: 'Se connecter',
    doneTitle: 'Vous êtes connecté',
    doneText: "Vous pouvez fermer cette fenêtre et continuer dans l'autre.",
    toDesk: 'Ouvrir les commandes ici',
    going: 'Vers la connexion de votre entreprise…',
    warningIdle: "Votre session se termine bientôt, car rien ne s'est passé depuis un moment.",
    warningEnd: 'Votre session se termine bientôt. Enregistrez votre travail ou reconnectez-vous maintenant.',
    endsIn: (time) => `Fin à ${time}.`,
    stay: 'Rester connecté',
  },
};

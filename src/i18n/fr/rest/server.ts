import type { ServerMessages } from '~/i18n/en/rest/server';

export const serverMessages: ServerMessages = {
  unknownCart: {
    text: "Le panier de cette ligne n'est pas connu : la ligne ne peut pas encore être enregistrée. Ouvrez une fois son panier, puis revenez ici.",
    toCarts: 'Tous les paniers',
  },

  serverPage: {
    title: 'Serveur',
    intro:
      "Ce que cet outil a appris de votre API, là où son document laisse un choix. Il l'apprend de nouveau quand l'API le contredit. Vous pouvez fixer ce que vous savez mieux.",
    learned: 'Appris',
    notYet: 'Pas encore connu',
    nothing: 'Rien encore. Les premières listes et les premiers enregistrements le diront.',
    unknown: 'inconnu',
    forget: 'Oublier',
    mostRows: (rows) => `${rows} lignes au plus`,
    allRows: (rows) => `toujours ${rows} lignes`,
    shown: (request, status, time) => `Montré par une réponse ${status} à ${request}, ${time}.`,
    worked: (request, status, time) => `A fonctionné avec ${request}, réponse ${status}, ${time}.`,
    refused: (request, status, time) =>
      `Appris d'un refus ${status} de ${request}, ${time} : l'autre forme a été refusée.`,
    set: (time) => `Fixé à la main, ${time}.`,
    facts: {
      carts_paging: 'Paramètres de pagination, liste des paniers',
      lines_paging: 'Paramètres de pagination, liste des lignes',
      carts_page_size: 'Taille de page, liste des paniers',
      lines_page_size: 'Taille de page, liste des lignes',
      carts_longest: 'Plus grand nombre de lignes sans total, paniers',
      lines_longest: 'Plus grand nombre de lignes sans total, lignes de commande',
      carts_whole: "Lignes d'une liste entière, paniers",
      lines_whole: "Lignes d'une liste entière, lignes de commande",
      sort: 'Forme du tri',
      enni_2: 'Clé de la porte ENNI secondaire',
      cpe_networking_number: 'Clé du numéro réseau du CPE',
      vlan: 'VLAN dans une requête',
      nulls: 'null pour un champ vide',
      blanks: '"" pour un texte vide',
      blank_numbers: '"" pour un nombre ou une date vide',
      keys_not_taken: "Clés d'un contact montrées et non acceptées",
      detail_fields: "Autres champs du détail d'une ligne",
      cart_fields: "Champs d'une ligne dans un panier",
    },
    values: {
      none: 'aucun',
      minus: '-champ',
      colon: 'champ:desc',
      number: 'nombre',
      text: 'texte',
      taken: 'accepté',
      refused: 'refusé',
    },
  },
};

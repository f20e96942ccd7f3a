export interface Place {
  readonly city: string;
  readonly postcode: string;
  readonly insee_code: string;
  readonly latitude: number;
  readonly longitude: number;
}

const place = (
  city: string,
  postcode: string,
  insee_code: string,
  latitude: number,
  longitude: number,
): Place => ({ city, postcode, insee_code, latitude, longitude });

/** Real communes with their own codes. */
export const PLACES: readonly [Place, ...Place[]] = [
  place('Mont-Saint-Aignan', '76130', '76451', 49.4625, 1.085),
  place('Rouen', '76000', '76540', 49.4431, 1.0993),
  place('Le Havre', '76600', '76351', 49.4938, 0.1077),
  place('Caen', '14000', '14118', 49.1829, -0.3707),
  place('Rennes', '35000', '35238', 48.1173, -1.6778),
  place('Brest', '29200', '29019', 48.3904, -4.4861),
  place('Nantes', '44000', '44109', 47.2184, -1.5536),
  place('Angers', '49000', '49007', 47.4784, -0.5632),
  place('Le Mans', '72000', '72181', 48.0061, 0.1996),
  place('Tours', '37000', '37261', 47.3941, 0.6848),
  place('Orléans', '45000', '45234', 47.903, 1.9093),
  place('Poitiers', '86000', '86194', 46.5802, 0.3404),
  place('La Rochelle', '17000', '17300', 46.1603, -1.1511),
  place('Limoges', '87000', '87085', 45.8336, 1.2611),
  place('Bordeaux', '33000', '33063', 44.8378, -0.5792),
  place('Mérignac', '33700', '33281', 44.8386, -0.6436),
  place('Bayonne', '64100', '64102', 43.4929, -1.4748),
  place('Pau', '64000', '64445', 43.2951, -0.3708),
  place('Toulouse', '31000', '31555', 43.6047, 1.4442),
  place('Blagnac', '31700', '31069', 43.6345, 1.398),
  place('Montpellier', '34000', '34172', 43.6108, 3.8767),
  place('Nîmes', '30000', '30189', 43.8367, 4.3601),
  place('Perpignan', '66000', '66136', 42.6887, 2.8948),
  place('Aix-en-Provence', '13100', '13001', 43.5297, 5.4474),
  place('Toulon', '83000', '83137', 43.1242, 5.928),
  place('Nice', '06000', '06088', 43.7102, 7.262),
  place('Ajaccio', '20000', '2A004', 41.9192, 8.7386),
  place('Bastia', '20200', '2B033', 42.6973, 9.4509),
  place('Grenoble', '38000', '38185', 45.1885, 5.7245),
  place('Villeurbanne', '69100', '69266', 45.7719, 4.8902),
  place('Saint-Étienne', '42000', '42218', 45.4397, 4.3872),
  place('Clermont-Ferrand', '63000', '63113', 45.7772, 3.087),
  place('Annecy', '74000', '74010', 45.8992, 6.1294),
  place('Dijon', '21000', '21231', 47.322, 5.0415),
  place('Besançon', '25000', '25056', 47.2378, 6.0241),
  place('Mulhouse', '68100', '68224', 47.7508, 7.3359),
  place('Strasbourg', '67000', '67482', 48.5734, 7.7521),
  place('Nancy', '54000', '54395', 48.6921, 6.1844),
  place('Metz', '57000', '57463', 49.1193, 6.1757),
  place('Reims', '51100', '51454', 49.2583, 4.0317),
  place('Amiens', '80000', '80021', 49.8941, 2.2958),
  place('Lille', '59000', '59350', 50.6292, 3.0573),
  place("Villeneuve-d'Ascq", '59650', '59009', 50.6233, 3.145),
  place('Saint-Denis', '93200', '93066', 48.9362, 2.3574),
  place("L'Haÿ-les-Roses", '94240', '94038', 48.7793, 2.3376),
  place('Évry-Courcouronnes', '91000', '91228', 48.6239, 2.4294),
  place('Cergy', '95000', '95127', 49.0364, 2.0761),
];

export const STREETS = [
  'Rue de la République',
  'Avenue Jean Jaurès',
  "Boulevard de l'Europe",
  'Rue Victor Hugo',
  'Place du Marché',
  "Rue de l'Hôtel de Ville",
  'Avenue du Général de Gaulle',
  'Rue Pasteur',
  "Impasse de l'Écluse",
  'Chemin des Vignes',
  'Quai du Port',
  'Rue Émile Zola',
  'Allée des Érables',
  'Rue du Château',
  "Avenue de l'Industrie",
  'Rue Hélène Boucher',
] as const;

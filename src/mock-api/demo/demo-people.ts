import { fold } from '~/mock-api/wire/folded-text';
import type { Random } from './random';

const KINDS = [
  'Boulangerie',
  'Cabinet',
  'Pharmacie',
  'Menuiserie',
  'Transports',
  'Imprimerie',
  'Garage',
  'Établissements',
  'Clinique',
  'Hôtel',
  'Coopérative',
  'Laboratoire',
  'Étude notariale',
  'Maçonnerie',
  "Maison d'édition",
  'Ateliers',
  'Biscuiterie',
  'Librairie',
  'Groupe scolaire',
  'Crèmerie',
] as const;

const LAST_NAMES = [
  'Kerbrat',
  'Lefèvre',
  "d'Arcy",
  'Le Goff',
  'Chevalier',
  'Noël',
  'Béranger',
  'Garçon',
  'Durand',
  'Moreau',
  "L'Hermitte",
  'Castelnau',
  'Pélissier',
  'Quéméneur',
  'Schmitt',
  'Bonnefoy',
  'Delacroix-Martin',
  'Étienne',
  'Ibáñez',
  'Vasseur',
  'Œuvrard',
  'Salaün',
  'Mérignac',
  'Truchot',
] as const;

const FIRST_NAMES = [
  'Maëlle',
  'Zoé',
  'Gaëtan',
  'Jérôme',
  'Inès',
  'Benoît',
  'Camille',
  'François',
  'Anaïs',
  'Loïc',
  'Hélène',
  'Karim',
  'Marie-Ève',
  'Thomas',
  'Aïcha',
  'Clément',
] as const;

/** The beginnings of the numbers that France keeps free for fiction. */
const PHONES = ['019900', '026191', '035301', '046571', '053649', '063998'] as const;

export function companyName(random: Random): string {
  return `${random.pick(KINDS)} ${random.pick(LAST_NAMES)}`;
}

export interface Person {
  readonly firstname: string;
  readonly lastname: string;
  readonly email_address: string;
  readonly phone_number: string;
}

/** An invented employee of a company, without working contact data. */
export function personAt(company: string, random: Random): Person {
  const [firstname, lastname] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  return {
    firstname,
    lastname,
    email_address: `${toAddress(firstname)}.${toAddress(lastname)}@${toAddress(company)}.example.fr`,
    phone_number: random.pick(PHONES) + random.digits(4),
  };
}

function toAddress(name: string): string {
  return fold(name)
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, '-');
}

/** Fourteen digits with a valid key, and no company's: no SIREN begins with 0. */
export function inventedSiret(random: Random): string {
  const body = `0${random.digits(12)}`;
  const sum = Array.from(body, Number).reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

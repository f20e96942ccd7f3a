import { isPlace } from './pasted-address';
import type { PastedLines } from './pasted-lines';

/** What a signature or the line of an address book says of a person. */
export interface PastedContact {
  firstname?: string;
  lastname?: string;
  email_address?: string;
  phone_number?: string;
}

const EMAIL =
  /(?:(?<!\p{L})(?:e-?mail|mail|courriel|m[ée]l)\s*:\s*)?<?([^\s<>@,;:()"]+@[^\s<>@,;()"]+\.[a-z]{2,})>?/iu;
const LABEL =
  '(?:(?<!\\p{L})(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|gsm|standard|phone|cell|[tm])\\.?\\s*:?\\s*)?';
const FRENCH_NUMBER = '(?:(?:\\+33|0033)\\s*(?:\\(0\\)\\s*)?|0)[1-9](?:[\\s./\\u2010-\\u2015-]?\\d{2}){4}';
const OTHER_NUMBER = '(?:\\+|00)(?!33)[1-9][\\d\\s.()-]{5,18}\\d';
const PHONE = new RegExp(`${LABEL}(?<!\\d)(${FRENCH_NUMBER}|${OTHER_NUMBER})(?!\\d)`, 'iu');
const FAX = /(?<!\p{L})fax\.?\s*:?\s*[+\d][\d\s.()-]{6,}\d/iu;

const CIVILITY = /^(?:m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle|dr\.?|docteur)\s+/i;
const ATTENTION = /^(?:à l['’]attention de|a\/s|attn\.?|contact|interlocuteur)\s*:?\s*/i;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){1,3}$/u;

/** Words that are in the names of companies and not in those of people, and the other way round: what people are. */
const COMPANY =
  /(?<!\p{L})(?:sarl|sasu?|s\.a\.s?\.|sa|eurl|sci|scop|snc|gie|soci[ée]t[ée]|ets|[ée]tablissements?|groupe|mairie|commune|association|lyc[ée]e|coll[èe]ge|[ée]cole|h[ôo]pital|clinique|cabinet|syndicat|garage|menuiserie|transports?|boulangerie|pharmacie|h[ôo]tel|restaurant)(?!\p{L})/iu;
const OCCUPATION =
  /(?<!\p{L})(?:direct(?:eur|rice)|responsable|chef|g[ée]rante?|pr[ée]sidente?|ing[ée]nieure?|technicien(?:ne)?|assistante?|commerciale?|manager|dsi|pdg|charg[ée]e?|conduct(?:eur|rice)|achet(?:eur|euse)|secr[ée]taire|consultante?|service)(?!\p{L})/iu;

/** Takes e-mail, phone and name of a person out of pasted lines. `isPerson`: a name without anything else is one. */
export function takeContact(lines: PastedLines, isPerson: boolean): PastedContact {
  const contact: PastedContact = {};
  const email = lines.take(EMAIL)?.[1];
  if (email) contact.email_address = email;
  // A fax number is no phone number: it stays in the rest.
  const phone = lines.take(PHONE, (match) => !FAX.test(match.input))?.[1];
  if (phone) contact.phone_number = phone.trim();

  const isKnown = isPerson || email !== undefined || phone !== undefined;
  const named =
    lines.take(/^.+$/, ([line]) => isAddressed(line)) ??
    (isKnown ? lines.take(/^.+$/, ([line]) => isName(line)) : null);
  if (named) Object.assign(contact, toName(named[0].replace(ATTENTION, '').replace(CIVILITY, '')));
  return contact;
}

/** What is left of the lines that can be the name of a company: the first that says nothing of a person's work. */
export function takeCompany(lines: PastedLines, isExpected: boolean): string | undefined {
  const canBe = (line: string) => !isAddressed(line) && !isPlace(line);
  const named =
    lines.take(/^.+$/, ([line]) => canBe(line) && COMPANY.test(line)) ??
    (isExpected
      ? lines.take(
          /^.+$/,
          ([line]) => canBe(line) && /^\p{L}/u.test(line) && !OCCUPATION.test(line) && !/\d{3}/.test(line),
        )
      : null);
  return named?.[0];
}

/** Whether a civility makes the line a person, whatever its other words are. */
function isAddressed(line: string): boolean {
  return CIVILITY.test(line.replace(ATTENTION, ''));
}

function isName(line: string): boolean {
  const bare = line.replace(ATTENTION, '');
  return NAME.test(bare) && !isPlace(bare) && !COMPANY.test(bare) && !OCCUPATION.test(bare);
}

/** First name first, unless capitals tell which is the family name. */
function toName(name: string): PastedContact {
  const words = name.split(' ');
  const isFamily = (word: string) => word.length > 1 && word === word.toUpperCase();
  const family = words.filter(isFamily);
  if (family.length > 0 && family.length < words.length) {
    return {
      firstname: words.filter((word) => !isFamily(word)).join(' '),
      lastname: family.join(' '),
    };
  }
  const [first = '', ...rest] = words;
  return rest.length === 0 ? { lastname: first } : { firstname: first, lastname: rest.join(' ') };
}

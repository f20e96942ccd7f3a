import { CONTACT_FIELDS } from '~/contract/contact';
import { dayOf } from '~/contract/moments';
import type { OrderLine } from '~/contract/order-line';
import { lineFieldValues, type FieldPath, type FieldValue } from '~/domain/fields/field-paths';
import type { EditorMessages } from '~/i18n/messages';
import { fieldLabel } from '~/i18n/field-label';
import { fieldText } from '~/features/order-lines/labels/line-labels';
import { inScreenOrder, sectionOf, SECTION_ORDER } from '~/features/order-lines/labels/line-sections';

interface SummaryFact {
  readonly key: FieldPath;
  readonly label: string;
  /** In words; '' for what is not filled. */
  readonly value: string;
}

export interface SummarySection {
  readonly title: string;
  readonly facts: readonly SummaryFact[];
  /** The site's index, where its address is. */
  readonly site?: number;
}

/** Everything that is filled on a line, section by section as on the screen; what `also` names even when it is empty. */
export function lineSummary(
  line: OrderLine,
  messages: EditorMessages,
  also: readonly FieldPath[] = [],
): SummarySection[] {
  const values = new Map(lineFieldValues(line));
  for (const key of also) if (!values.has(key)) values.set(key, '');
  const facts = inScreenOrder(
    [...values]
      .map(([key, value]) => ({
        key,
        label: fieldLabel(key, messages),
        value: factText(key, value, messages),
      }))
      .filter(({ key, value }) => value !== '' || also.includes(key)),
  );
  return SECTION_ORDER.flatMap((section) => {
    const ofSection = facts.filter(({ key }) => sectionOf(key) === section);
    if (section === 'site') return siteSections(ofSection, messages);
    if (section === 'contacts') return contactSections(ofSection, messages);
    return [{ title: messages.linePage.sections[section], facts: ofSection }];
  }).filter((section) => section.facts.length > 0);
}

/** The index of the site that a field belongs to. */
const siteOf = ({ key }: SummaryFact) => Number(key.split('.')[1] ?? 0);

function siteSections(facts: readonly SummaryFact[], { linePage }: EditorMessages): SummarySection[] {
  return [...new Set(facts.map(siteOf))].map((site) => ({
    title: site === 0 ? linePage.sections.site : linePage.siteNumber(site + 1),
    facts: facts.filter((fact) => siteOf(fact) === site),
    site,
  }));
}

/** A date-time that stands for a day is shown as that day. */
function factText(key: FieldPath, value: FieldValue, messages: EditorMessages): string {
  const text = fieldText(value, messages);
  return key === 'scheduled_delivery_date' ? dayOf(text) : text;
}

/** Each contact by itself, so that its fields need not say whose they are. */
function contactSections(
  facts: readonly SummaryFact[],
  { linePage, contactFields }: EditorMessages,
): SummarySection[] {
  return [...new Set(facts.map(siteOf))].flatMap((site) =>
    (['contact1', 'contact2'] as const).map((contact) => ({
      title: site === 0 ? linePage[contact] : `${linePage.siteNumber(site + 1)} – ${linePage[contact]}`,
      facts: facts.flatMap((fact) => {
        const field = CONTACT_FIELDS.find((name) => fact.key.endsWith(`.${site}.${name}`));
        return field?.startsWith(`${contact}_`) ? [{ ...fact, label: contactFields[field] }] : [];
      }),
    })),
  );
}

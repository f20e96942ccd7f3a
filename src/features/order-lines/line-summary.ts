import { CONTACT_FIELDS } from '~/contract/contact';
import type { OrderLine } from '~/contract/order-line';
import { lineLeaves, type LeafKey } from '~/domain/line-leaves';
import type { Messages } from '~/i18n/I18nProvider';
import { leafLabel, leafText } from './line-labels';
import { inScreenOrder, sectionOf, SECTION_ORDER } from './line-sections';

interface SummaryFact {
  readonly key: LeafKey;
  readonly label: string;
  /** In words; '' for what is not filled. */
  readonly value: string;
}

export interface SummarySection {
  readonly title: string;
  readonly facts: readonly SummaryFact[];
}

/** Everything that is filled on a line, section by section as on the screen; what `also` names even when it is empty. */
export function lineSummary(
  line: OrderLine,
  messages: Messages,
  also: readonly LeafKey[] = [],
): SummarySection[] {
  const leaves = new Map(lineLeaves(line));
  for (const key of also) if (!leaves.has(key)) leaves.set(key, '');
  const facts = inScreenOrder(
    [...leaves]
      .map(([key, value]) => ({ key, label: leafLabel(key, messages), value: leafText(value, messages) }))
      .filter(({ key, value }) => value !== '' || also.includes(key)),
  );
  return SECTION_ORDER.flatMap((section) => {
    const ofSection = facts.filter(({ key }) => sectionOf(key) === section);
    return section === 'contacts'
      ? contactSections(ofSection, messages)
      : [{ title: messages.linePage.sections[section], facts: ofSection }];
  }).filter((section) => section.facts.length > 0);
}

/** Each contact by itself, so that its fields need not say whose they are. */
function contactSections(
  facts: readonly SummaryFact[],
  { linePage, contactFields }: Messages,
): SummarySection[] {
  return (['contact1', 'contact2'] as const).map((contact) => ({
    title: linePage[contact],
    facts: facts.flatMap((fact) => {
      const field = CONTACT_FIELDS.find((name) => fact.key.endsWith(`.${name}`));
      return field?.startsWith(`${contact}_`) ? [{ ...fact, label: contactFields[field] }] : [];
    }),
  }));
}

import type { ReactElement } from 'react';
import { english as messages } from '~/i18n/whole-catalogues';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadEditorMessages } from '~/i18n/messages';
import { readOrderLine, type OrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { I18nProvider } from '~/i18n/I18nProvider';
import { LineEditor } from '~/features/order-lines/edit-state/line-editor';
import { LineEditorContext } from '~/features/order-lines/edit-state/use-line-editor';
import { LineSection } from './LineSection';
import type { StoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { toRejections } from '~/features/order-lines/rejections/rejection-texts';
import { ContactsSection, SiteSection } from './SiteFields';
import { ThemeProvider } from '~/ui/ThemeProvider';

// Drawn once into text, the form has nothing to listen to.
vi.mock(import('react'), async (original) => {
  const react = await original();
  return { ...react, useSyncExternalStore: (_, value) => value() };
});

beforeAll(() => loadEditorMessages('en'));

interface SectionsProps {
  readonly line: OrderLine;
  readonly stored: StoredRejections;
}

function Sections({ line, stored }: SectionsProps) {
  const editor = new LineEditor({ saved: line, initial: line, today: () => '2026-03-02' });
  editor.update({
    saved: line,
    isLocked: false,
    rejections: toRejections(line, stored, {}),
    write: () => new Promise(() => undefined),
  });
  return (
    <LineEditorContext value={editor}>
      <LineSection section="customer" />
      <LineSection section="offer" />
      <LineSection section="network" />
      <SiteSection />
      <ContactsSection />
      <LineSection section="delivery" />
    </LineEditorContext>
  );
}

function drawn(sections: ReactElement): string {
  return renderToStaticMarkup(
    <ThemeProvider>
      <I18nProvider initial={{ language: 'en', messages }}>{sections}</I18nProvider>
    </ThemeProvider>,
  );
}

/** The form's markup for a line with every site filled. */
function formOf(wire: object = {}, stored: StoredRejections = {}): string {
  const line = readOrderLine({
    ...CREATE_LINE_ANSWER,
    related_contact_information: [CONTACT, { ...CONTACT, city: 'Lyon' }],
    ...wire,
  });
  return drawn(<Sections line={line} stored={stored} />);
}

const inputNames = (markup: string) => [...markup.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');

describe('the form of a line', () => {
  it('has one input for every value of the line', () => {
    const sites = [CONTACT, CONTACT];
    const values = lineFieldValues(readOrderLine({ id: 'L', related_contact_information: sites }));
    expect(inputNames(formOf()).toSorted()).toEqual([...values.keys()].toSorted());
  });

  it('says why each field of a quote is locked', () => {
    const reason = messages.locks.quote('Q-1');
    expect(formOf({ quote_item_id: 'Q-1' }).split(reason)).toHaveLength(5 + 1);
    expect(formOf()).not.toContain(messages.locks.quote(''));
  });

  it.each(['enni', 'related_contact_information.0.siret', 'option_ids'])(
    'says at %s what the operator refused on the line it copies',
    (key) => {
      expect(formOf({}, { [key]: 'REFUSED_CODE' }).split('REFUSED_CODE')).toHaveLength(2);
    },
  );
});

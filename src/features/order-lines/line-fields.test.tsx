import type { ReactElement } from 'react';
import { english as messages } from '~/i18n/whole-catalogues';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadWorkMessages } from '~/i18n/language';
import { readOrderLine, type OrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { lineLeaves } from '~/domain/line-leaves';
import { I18nProvider } from '~/i18n/I18nProvider';
import { LineEditContext, LineEditStore } from './line-edit';
import { toFormValues } from './line-form-values';
import { LineSection } from './LineSection';
import { toRejections } from './rejection-texts';
import { ContactsSection, SiteSection } from './SiteFields';

// Drawn once into text, the form has nothing to listen to.
vi.mock(import('react'), async (original) => {
  const react = await original();
  return { ...react, useSyncExternalStore: (_, value) => value() };
});

beforeAll(() => loadWorkMessages('en'));

function Sections({ line }: { readonly line: OrderLine }) {
  const rejections = toRejections(line, {}, {});
  const store = new LineEditStore({ saved: line, base: line, today: '2026-03-02', rejections });
  const form = useForm({ defaultValues: toFormValues(line) });
  return (
    <FormProvider {...form}>
      <LineEditContext value={store}>
        <LineSection section="customer" />
        <LineSection section="offer" />
        <LineSection section="network" />
        <SiteSection />
        <ContactsSection />
        <LineSection section="delivery" />
      </LineEditContext>
    </FormProvider>
  );
}

function drawn(sections: ReactElement): string {
  return renderToStaticMarkup(<I18nProvider initial={{ language: 'en', messages }}>{sections}</I18nProvider>);
}

/** The markup of the form of a line whose sites are all filled. */
function formOf(wire: object = {}): string {
  const line = readOrderLine({
    ...CREATE_LINE_ANSWER,
    related_contact_information: [CONTACT, { ...CONTACT, city: 'Lyon' }],
    ...wire,
  });
  return drawn(<Sections line={line} />);
}

const inputNames = (markup: string) => [...markup.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name ?? '');

describe('the form of a line', () => {
  it('has one input for every value of the line, its sites and their contacts', () => {
    const sites = [CONTACT, CONTACT];
    const leaves = lineLeaves(readOrderLine({ id: 'L', related_contact_information: sites }));
    expect(inputNames(formOf()).toSorted()).toEqual([...leaves.keys()].toSorted());
  });

  it('shows the same fields when the line is followed and no longer edited', () => {
    const labels = (markup: string) => [...markup.matchAll(/<label[^>]*>([^<]+)/g)].map(([, label]) => label);
    const edited = labels(formOf());
    expect(edited).toHaveLength(25 + 2 * 20);
    expect(labels(formOf({ state: 'acknowledged' }))).toEqual(edited);
  });

  it('says why the fields of a quote are locked, at each of the five', () => {
    const reason = messages.locks.quote('Q-1');
    expect(formOf({ quote_item_id: 'Q-1' }).split(reason)).toHaveLength(5 + 1);
    expect(formOf()).not.toContain(messages.locks.quote(''));
  });

  it.each([
    ['enni', { property_path: 'enni' }],
    ['related_contact_information.0.siret', { property_path: 'related_contact_information[0].siret' }],
    ['option_ids', { property_path: 'option_ids' }],
  ])('says at %s what the operator refused', (_, path) => {
    const error = { ...path, code: 'REFUSED_CODE', value: '' };
    const markup = formOf({ state: 'rejected_creation', termination_error: [error] });
    expect(markup.split('REFUSED_CODE')).toHaveLength(2);
  });
});

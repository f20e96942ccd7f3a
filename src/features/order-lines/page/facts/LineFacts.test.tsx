import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CONTACT, CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { I18nProvider } from '~/i18n/I18nProvider';
import { loadEditorMessages } from '~/i18n/messages';
import { english as messages } from '~/i18n/whole-catalogues';
import { LineFacts } from './LineFacts';

beforeAll(() => loadEditorMessages('en'));

/** The rows of a confirmed line as markup. */
function rowsOf(wire: object): string[] {
  const line = readOrderLine({ ...CREATE_LINE_ANSWER, state: 'acknowledged', ...wire });
  const markup = renderToStaticMarkup(
    <I18nProvider initial={{ language: 'en', messages }}>
      <LineFacts line={line} />
    </I18nProvider>,
  );
  return markup.split('<dt>').slice(1);
}

const row = (rows: readonly string[], label: string) =>
  rows.find((text) => text.startsWith(`${label}<`)) ?? '';

describe('a confirmed line', () => {
  it('shows what is filled, and no input', () => {
    const rows = rowsOf({ enni: 'AZ001234', note: '', related_contact_information: [CONTACT] });
    expect(row(rows, 'ENNI')).toContain('AZ001234');
    expect(row(rows, 'Note')).toBe('');
    expect(rows.join('')).not.toMatch(/<(input|select|textarea)/);
  });

  it('offers codes for copying, each by its own name', () => {
    const rows = rowsOf({ enni: 'AZ001234', related_contact_information: [CONTACT] }).join('');
    const names = [...rows.matchAll(/aria-label="Copy ([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['ENNI', 'SIRET', 'Phone (On-site contact)', 'Address (Site)']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['enni', 'enni', 'ENNI', 'AZ0'],
    ['related_contact_information[0].siret', 'related_contact_information.0.siret', 'SIRET', ''],
    ['note', 'note', 'Note', 'nothing'],
  ])('says at %s what was rejected', (property_path, id, label, shown) => {
    const termination_error = [{ property_path, code: 'REFUSED_CODE', value: '' }];
    const rows = rowsOf({ enni: 'AZ0', note: '', related_contact_information: [CONTACT], termination_error });
    expect(rows.filter((text) => text.includes('REFUSED_CODE'))).toEqual([row(rows, label)]);
    expect(row(rows, label)).toContain('Rejected value: REFUSED_CODE');
    expect(row(rows, label)).toContain(shown);
    expect(rows.join('')).not.toContain(`id="${id}" id=`);
  });

  it('says all that was rejected of one value', () => {
    const termination_error = ['FIRST', 'SECOND'].map((code) => ({ property_path: 'enni', code, value: '' }));
    expect(row(rowsOf({ enni: 'AZ0', termination_error }), 'ENNI')).toMatch(/FIRST.*SECOND/s);
  });
});

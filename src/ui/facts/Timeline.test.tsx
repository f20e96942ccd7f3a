import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { I18nProvider } from '~/i18n/I18nProvider';
import { loadEditorMessages } from '~/i18n/messages';
import { english as messages } from '~/i18n/whole-catalogues';
import { ThemeProvider } from '~/ui/ThemeProvider';
import { Timeline } from './Timeline';

beforeAll(() => loadEditorMessages('en'));

/** The words of each entry, for the moments at which something happened. */
function entriesAt(...moments: readonly string[]): string[] {
  const entries = moments.map((at, index) => ({ key: String(index), at, title: `Change ${index + 1}` }));
  const markup = renderToStaticMarkup(
    <ThemeProvider>
      <I18nProvider initial={{ language: 'en', messages }}>
        <Timeline entries={entries} />
      </I18nProvider>
    </ThemeProvider>,
  );
  return markup
    .split('role="listitem"')
    .slice(1)
    .map((entry) => entry.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>/g, ' '));
}

it('a timeline shows entries in order, with the time between', () => {
  const [first, second, third, fourth] = entriesAt(
    '2026-03-02T09:00:00Z',
    '2026-03-02T11:05:00Z',
    '2026-03-02T11:05:00Z',
    '2026-03-02T10:05:00Z',
  );
  expect(first).not.toContain('·');
  expect(second).toMatch(/Change 2 .*2 Mar 2026.* · .*2 hrs? 5 mins?/);
  expect(third).toContain(messages.timeline.sameTime);
  expect(fourth).toMatch(/Change 4 .*1 hr/);
});

it('a change without a readable date is shown', () => {
  const [none, odd, after] = entriesAt('', 'yesterday', '2026-03-02T11:05:00Z');
  expect(none).toContain(messages.timeline.noDate);
  expect(odd).toContain('yesterday');
  expect(after).toMatch(/Change 3 .*2 Mar 2026/);
  for (const entry of [none, odd, after]) expect(entry).not.toContain('·');
});

it('a timeline without entries says so', () => {
  expect(
    renderToStaticMarkup(
      <I18nProvider initial={{ language: 'en', messages }}>
        <Timeline entries={[]} />
      </I18nProvider>,
    ),
  ).toContain(messages.timeline.empty);
});

it('a date that is not ISO gives no time between', () => {
  const [, second] = entriesAt('2026-03-02T09:00:00Z', '03/04/2026 09:00');
  expect(second).toContain('03/04/2026 09:00');
  expect(second).not.toContain('·');
});

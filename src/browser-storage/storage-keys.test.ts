import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const BROWSER_ROOMS = ['api', 'app', 'autosave', 'domain', 'features', 'i18n', 'ui'];

it('every key of the storage stands in the registry alone', () => {
  const files = BROWSER_ROOMS.flatMap((room) =>
    readdirSync(join('src', room), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const literal =
    /(?:readPreference|storePreference|createPersistentMap|PersonalText|SettingsStore)\(\s*['"]|['"`]orderdesk\.[\w.-]+['"`]/;
  const others = files.filter((file) => literal.test(readFileSync(file, 'utf8')));
  expect(others).toEqual([]);
});

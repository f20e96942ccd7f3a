import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const ours = readFileSync('src/ui/mantine.css', 'utf8');
const files = [...ours.matchAll(/@import '([^']+)'/g)].map(([, file]) => `${file}`);
const sheets = files.map((file) => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'));

/** The variables that the rules of Mantine's light scheme read. */
function variablesRead(css: string): string[] {
  const rules = css
    .split('}')
    .filter((rule) => !/\[data-mantine-color-scheme='dark'\]|:where\(\[dir="rtl"\]\)/.test(rule));
  return rules.flatMap((rule) =>
    [...rule.matchAll(/var\((--mantine-[a-z0-9-]+)\)/g)].map(([, name]) => `${name}`),
  );
}

/** Variables whose names Mantine's components make. */
const MADE = ['--mantine-color-accent-filled', '--mantine-radius-sm', '--mantine-font-size-xs'];

describe('the styles of Mantine', () => {
  it('find a value for each variable', () => {
    const defined = new Set([...ours.matchAll(/(--mantine-[a-z0-9-]+):/g)].map(([, name]) => name));
    const missing = sheets.flatMap(variablesRead).filter((name) => !defined.has(name));
    expect([...new Set(missing)].toSorted()).toEqual([]);
  });

  it('set no variable that nothing reads', () => {
    const read = new Set([...[...sheets, ours].flatMap(variablesRead), ...MADE]);
    const defined = [...ours.matchAll(/(--mantine-[a-z0-9-]+):/g)].map(([, name]) => `${name}`);
    expect(defined.filter((name) => !read.has(name))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * What we have the habit of doing and no tool checks by itself. Each test lists what breaks the habit, so that its
 * failure names the places.
 */

interface SourceFile {
  /** From the top of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function filesUnder(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

const source = filesUnder('src');
const everything = [...source, ...filesUnder('e2e')];
const isTest = ({ path }: SourceFile) => /\.(test|spec)\.tsx?$/.test(path);
const isIn =
  (...rooms: string[]) =>
  ({ path }: SourceFile) =>
    rooms.some((room) => path.startsWith(`src/${room}/`));
const production = source.filter((file) => !isTest(file));

const withoutComments = (code: string) => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** The lines of files in which something is written, comments aside. */
function linesWith(pattern: RegExp, files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

it('there is something to look at', () => {
  expect(source.length).toBeGreaterThan(100);
  expect(everything.length).toBeGreaterThan(source.length);
});

describe('what only one room knows', () => {
  it('the mock is known to itself, to tests, to the bench and, when it is asked for, to the gateway', () => {
    const others = production.filter((file) => !isIn('mock-api', 'bench')(file));
    expect(linesWith(/mock-api/, others)).toEqual([
      "src/gateway/main.ts: const { createMockApi } = await import('~/mock-api/create-mock-api');",
    ]);
  });

  it("the API's names for carts and lines, and its paths, are the contract's and the mock's", () => {
    // The commands are scripts for Node alone, which cannot read the contract.
    const others = production.filter((file) => !isIn('contract', 'mock-api', 'commands')(file));
    // product_order_id is a field of a line, and fields keep their names everywhere.
    expect(linesWith(/product_order(?!_id\b)|\/api\/v\d/, others)).toEqual([]);
  });

  it("the second spelling of a field is the contract's", () => {
    const others = production.filter((file) => !isIn('contract', 'mock-api')(file));
    expect(linesWith(/\benni2\b|cpe_network_number/, others)).toEqual([]);
  });

  it('the network is reached by the room api alone, of all that runs in the browser', () => {
    const browser = production.filter(isIn('domain', 'contract', 'i18n', 'ui', 'features', 'app'));
    expect(linesWith(/\bfetch\(|XMLHttpRequest|sendBeacon|\bcallApi\b/, browser)).toEqual([]);
  });

  it('a write is sent by one function alone', () => {
    expect(linesWith(/callApi\('(create|update|delete|confirm)/, production)).toEqual([]);
  });

  it('the keys of what was read are spelled in the room api alone', () => {
    expect(linesWith(/queryKey/, production.filter(isIn('ui', 'features', 'app')))).toEqual([]);
  });

  it('the clock is not looked at by the rules', () => {
    const rules = production.filter(isIn('domain', 'contract'));
    expect(linesWith(/Date\.now|new Date\(\)/, rules)).toEqual([]);
  });
});

describe('a file', () => {
  const nameOf = ({ path }: SourceFile) => basename(path).replace(/\..*$/, '');

  it('is named by its content', () => {
    const vague = /^(utils?|helpers?|common|misc|types?|index|shared|lib)$/i;
    expect(everything.filter((file) => vague.test(nameOf(file))).map(({ path }) => path)).toEqual([]);
  });

  it('in PascalCase exports components; any other is in kebab-case', () => {
    const odd = everything.filter((file) => {
      if (isTest(file)) return false;
      const name = nameOf(file);
      if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return false;
      if (file.path.endsWith('.css')) return !/^[A-Z]\w+$/.test(name);
      return !file.path.endsWith('.tsx') || !/^export (function|const) [A-Z]/m.test(file.text);
    });
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('holds no note to ourselves', () => {
    const notes = everything.filter(({ text }) => /\b(TO-?DO|FIX-?ME|X{3})\b/.test(text));
    expect(notes.map(({ path }) => path)).toEqual([]);
  });
});

describe('a style sheet of a component', () => {
  const sheets = source.filter(({ path }) => path.endsWith('.module.css'));
  const importersOf = (sheet: SourceFile) =>
    source.filter(
      ({ path, text }) =>
        dirname(path) === dirname(sheet.path) && text.includes(`from './${basename(sheet.path)}'`),
    );
  const classesIn = (sheet: SourceFile) =>
    [...withoutComments(sheet.text).matchAll(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => `${name}`);
  const classesOf = ({ text }: SourceFile) =>
    [...text.matchAll(/\bstyles\['([\w-]+)'\]/g)].map(([, name]) => `${name}`);

  it('is worn by a component beside it', () => {
    expect(sheets.filter((sheet) => importersOf(sheet).length === 0).map(({ path }) => path)).toEqual([]);
  });

  it('has every class that its components ask for', () => {
    const missing = sheets.flatMap((sheet) =>
      importersOf(sheet).flatMap((file) =>
        classesOf(file)
          .filter((name) => !classesIn(sheet).includes(name))
          .map((name) => `${file.path}: ${name}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('a test', () => {
  const tests = everything.filter(isTest);

  it('is never skipped, focused or put off', () => {
    expect(linesWith(/\b(it|test|describe)(\.\w+)*\.(skip|only|todo|fixme|fails)\b/, tests)).toEqual([]);
  });

  it('never waits for time to pass', () => {
    expect(linesWith(/waitFor(?:Timeout)|setTimeout\((resolve|done|wake)\b/, tests)).toEqual([]);
  });

  it('has a title that does not speak of what should be', () => {
    expect(linesWith(/\b(it|test)[\w.]*\(\s*['"`](should|must|test)\b/i, tests)).toEqual([]);
  });
});

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
    // The scripts are for Node alone, which cannot read the contract.
    const others = production.filter((file) => !isIn('contract', 'mock-api', 'scripts')(file));
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

describe('a name', () => {
  /** Names that the code used once; the field has other words for these things. */
  const RETIRED =
    /^(kept|keeper|keeping|settle|settlement|latch|latches|burnt|leaf|leaves|gap|gaps|standing|hear|speak|tell|typed|sealed|unseal|boot|underway|point|points)$/i;
  const wordsOf = (name: string) =>
    name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
      .split(/[-_]/)
      .filter(Boolean);
  const nameOf = ({ path }: SourceFile) => basename(path).replace(/\..*$/, '');
  const exportsOf = ({ text }: SourceFile) =>
    [
      ...text.matchAll(
        /^export (?:async |abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
      ),
    ].map(([, name]) => `${name}`);
  const code = production.filter(({ path }) => /\.tsx?$/.test(path));

  it('of a file or export is a word of the field', () => {
    const retired = code.flatMap((file) =>
      [nameOf(file), ...exportsOf(file)]
        .filter((name) => wordsOf(name).some((word) => RETIRED.test(word)))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(retired).toEqual([]);
  });

  it('of a variable or property is none that the code used once', () => {
    const local = /(?<![\w.'-])(kept|asked|sealed|unseal|standing|settle|hear|burnt|latch)(?![\w'-])/;
    const withoutTexts = (line: string) => line.replaceAll(/(['"`])(?:\\.|(?!\1).)*\1/g, '');
    const inCode = code.filter(({ path }) => !/i18n\/(fr|en)\//.test(path));
    const retired = linesWith(local, inCode).filter((line) => local.test(withoutTexts(line)));
    expect(retired).toEqual([]);
  });

  it('is exported once', () => {
    const places = new Map<string, string[]>();
    for (const file of code.filter(({ path }) => !/i18n\/(fr|en)/.test(path))) {
      for (const name of exportsOf(file)) places.set(name, [...(places.get(name) ?? []), file.path]);
    }
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it('with "address" means a postal, network or e-mail address', () => {
    const postalOrNetwork = (name: string) =>
      /email|postal|pasted|client|remote|network|street|takeAddress|AddressInfo|replaced/i.test(name);
    const misused = code.flatMap((file) =>
      [nameOf(file), ...exportsOf(file)]
        .filter((name) => wordsOf(name).some((word) => /^address(es)?$/i.test(word)))
        .filter((name) => !postalOrNetwork(name))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(misused).toEqual([]);
  });
});

describe('a comment', () => {
  it('is a plain sentence', () => {
    const ofOurOwn = /\b(whoever|somebody|nobody|anybody who)\b|\bwhat is \w+ is\b/i;
    const odd = production
      .filter(({ path }) => /\.(tsx?|mjs)$/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm)]
          .filter(([comment]) => ofOurOwn.test(comment))
          .map(([comment]) => `${path}: ${comment.slice(0, 80)}`),
      );
    expect(odd).toEqual([]);
  });
});

describe('an effect', () => {
  /** At most, per 1,000 lines of browser code. */
  const MOST = 1.5;
  const EFFECT = /\buse(?:Layout|Insertion)?Effect\(/g;
  /** Effects under the names of @mantine/hooks. */
  const LIBRARY =
    /\buse(?:DidUpdate|IsomorphicEffect|ShallowEffect|WindowEvent|DocumentTitle|Hotkeys|PageLeave|Favicon)\(/g;

  const browser = production
    .filter(isIn('api', 'app', 'autosave', 'browser-storage', 'contract', 'domain', 'features', 'i18n', 'ui'))
    .filter(({ path }) => /\.tsx?$/.test(path) && !/\/(testing|samples)\//.test(path));
  const code = browser.map(({ text }) => withoutComments(text)).join('\n');

  /** The text from an opening parenthesis to its closing one. */
  function argumentsAt(text: string, open: number): string {
    let depth = 0;
    for (let at = open; at < text.length; at += 1) {
      if (text[at] === '(') depth += 1;
      if (text[at] === ')') depth -= 1;
      if (depth === 0) return text.slice(open, at + 1);
    }
    throw new Error('No closing parenthesis');
  }

  const effects = browser.flatMap(({ path, text }) => {
    const plain = withoutComments(text);
    return [...plain.matchAll(EFFECT)].map(({ index, 0: call }) => ({
      path,
      body: argumentsAt(plain, index + call.length - 1),
    }));
  });

  /** The hooks that give nothing back: they are there for their effects alone. */
  const wrappers = [...code.matchAll(/^(?:export )?function (use\w+)[\s\S]*?^\}$/gm)]
    .map(([text, name = '']) => ({ text, name, body: text.split('): void {\n')[1] }))
    .filter((hook): hook is typeof hook & { readonly body: string } => hook.body !== undefined);

  /** How many effects run for some code. Each call of a wrapper counts as the effects in it. */
  function countOf(text: string): number {
    const direct = [EFFECT, LIBRARY].flatMap((effect) => [...text.matchAll(effect)]).length;
    return wrappers.reduce((sum, { name, body }) => {
      const calls = [...text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].length;
      return calls === 0 ? sum : sum + calls * countOf(body);
    }, direct);
  }

  const counted = countOf(wrappers.reduce((rest, { text }) => rest.replace(text, ''), code));

  it('is rare', () => {
    const most = (MOST * browser.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)) / 1000;
    expect(effects.length).toBeGreaterThan(10);
    expect(counted).toBeGreaterThanOrEqual(effects.length);
    expect(counted).toBeLessThanOrEqual(most);
  });

  it('fetches nothing', () => {
    // A callback of the page may be awaited.
    const fetching =
      /\.then\(|\bawait (?!on[A-Z])|[fF]etch\w*\(|\bread[A-Z]\w*\(|\.query\(|\bcallApi\b|(?:From|To)Gateway\(/;
    expect(effects.filter(({ body }) => fetching.test(body)).map(({ path }) => path)).toEqual([]);
  });

  it('copies no state, which the linter checks', () => {
    expect(
      browser.filter(({ text }) => text.includes('set-state-in-effect')).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('what a person can read at once', () => {
  const LONGEST_FILE = 300;
  const LONGEST_COMPONENT = 80;
  const isText = ({ path }: SourceFile) => /\/i18n\/(fr|en)\/|\/samples\//.test(path);
  const linesOf = ({ text }: SourceFile) => text.split('\n').length - 1;

  /** The components of a file, each from its opening to its closing line. */
  function componentsOf({ path, text }: SourceFile) {
    const lines = text.split('\n');
    return lines.flatMap((line, first) => {
      const [, name] =
        /^(?:export )?(?:function ([A-Z]\w*)\b|const [A-Z]\w* = \w+\(function ([A-Z]\w*)\b)/
          .exec(line)
          ?.filter(Boolean) ?? [];
      if (name === undefined) return [];
      const length = lines.slice(first).findIndex((later) => /^\}\)?;?$/.test(later)) + 1;
      return [{ name, path, length }];
    });
  }

  it('is a component of 80 lines', () => {
    const components = production.filter(({ path }) => path.endsWith('.tsx')).flatMap(componentsOf);
    expect(components.length).toBeGreaterThan(200);
    expect(components.filter(({ length }) => length > LONGEST_COMPONENT)).toEqual([]);
  });

  it('is a file of 300 lines', () => {
    const long = production.filter((file) => !isText(file) && linesOf(file) > LONGEST_FILE);
    expect(long.map(({ path }) => path)).toEqual([]);
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

  it('never waits for a quiet network', () => {
    expect(linesWith(/network(?:idle)/, everything)).toEqual([]);
  });

  it('has a short title where it is end to end', () => {
    const titles = tests
      .filter(({ path }) => path.startsWith('e2e/'))
      .flatMap(({ text }) => [...text.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)])
      // An inserted value counts as one word.
      .map(([, , title = '']) => title.replaceAll(/\$\{[^}]*\}/g, 'value'));
    const wordsOf = (title: string) => title.split(' ').length;
    expect(titles.length).toBeGreaterThan(200);
    expect(titles.filter((title) => wordsOf(title) > 10)).toEqual([]);
    const median = titles.map(wordsOf).toSorted((a, b) => a - b)[Math.floor(titles.length / 2)];
    expect(median).toBeLessThanOrEqual(8);
  });

  it('has a short title in the rooms of rules, texts and screens', () => {
    const titles = tests
      .filter(isIn('app', 'domain', 'i18n', 'ui'))
      // The title of a table of tests follows the table's own parenthesis.
      .flatMap(({ text }) => [
        ...text.matchAll(/(?:\b(?:it|describe)\(|\)\()\s*(['"`])((?:\\.|(?!\1).)*)\1/g),
      ])
      .map(([, , title = '']) => title);
    expect(titles.length).toBeGreaterThan(300);
    expect(titles.filter((title) => title.split(' ').length > 10)).toEqual([]);
  });

  it('has a title that does not speak of what should be', () => {
    expect(linesWith(/\b(it|test)[\w.]*\(\s*['"`](should|must|test)\b/i, tests)).toEqual([]);
  });
});

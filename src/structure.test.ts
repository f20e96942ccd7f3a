import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * How the files stand to each other: folders, imports and the table of wings. The linter refuses an import that a wing may
 * not make; these tests hold what it cannot count.
 */

const MOST_MODULES = 14;
/** Texts, samples and demo data are lists: more of them are not harder to read. */
const UNCOUNTED = /\/(testing|samples|demo|fr|en)\//;

/** Paths of the shipped modules from the top of the project, tests aside. */
const modules = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
  .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name));

const folderOf = (path: string) => posix.dirname(path).replace(/^src\//, '');

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)'((?:\.\/|~\/)[^'?]+)[^']*'/gm;

/** The modules of src that a module imports: static, dynamic and of types. */
function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(IMPORT)].flatMap(([, target = '']) => {
    const base = target.startsWith('~/') ? join('src', target.slice(2)) : join(dirname(path), target);
    return [`${base}.ts`, `${base}.tsx`].filter((file) => existsSync(file));
  });
}

const imports = new Map(modules.map((path) => [path, importsOf(path)]));

/** Every group of nodes that lead back to each other. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    open.push(node);
    let low = index;
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
      lowest.set(node, low);
    }
    lowest.set(node, low);
    if (low === index) {
      const cycle = open.splice(open.indexOf(node));
      if (cycle.length > 1) cycles.push(cycle.toSorted());
    }
    return low;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}

it('finds the modules and their imports', () => {
  expect(modules.length).toBeGreaterThan(300);
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
});

describe('a cycle', () => {
  it('is found where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['a']],
    ]);
    expect(cyclesIn(graph)).toEqual([['a', 'b', 'c']]);
  });

  it('stands between no two modules', () => {
    expect(cyclesIn(imports)).toEqual([]);
  });

  it('stands between no two folders', () => {
    const folders = new Map<string, string[]>();
    for (const [path, targets] of imports) {
      if (UNCOUNTED.test(`/${path}`)) continue;
      const folder = folderOf(path);
      const others = targets.map(folderOf).filter((target) => target !== folder);
      folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
    }
    expect(cyclesIn(folders)).toEqual([]);
  });
});

it(`no folder holds more than ${MOST_MODULES} modules`, () => {
  const counts = new Map<string, number>();
  for (const path of modules.filter((module) => !UNCOUNTED.test(`/${module}`) && !isText(module))) {
    counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > MOST_MODULES)).toEqual([]);
});

/** One language's texts. */
function isText(path: string): boolean {
  return /\/i18n\/(fr|en)(-[a-z]+)*\.ts$/.test(path);
}

interface LintRule {
  readonly files: readonly string[];
  readonly group: readonly string[];
}

describe('the table of wings', () => {
  /** What the linter lets each wing import of its own room, by wing. */
  const linted = new Map(
    lintRules().flatMap(({ files, group }) => {
      const [file = ''] = files;
      const wing = /^src\/(.+)\/\*$/.exec(file)?.[1];
      if (wing === undefined) return [];
      const own = group.flatMap((pattern) => /^!~\/(.+[^*/])\/\*$/.exec(pattern)?.[1] ?? []);
      return [[wing, own.toSorted()] as const];
    }),
  );

  it('names every folder that has modules', () => {
    const folders = new Set(modules.filter((path) => !/\/(testing|samples)\//.test(path)).map(folderOf));
    const unlinted = [...folders].filter((folder) => folder !== 'src' && !linted.has(folder));
    expect(unlinted).toEqual([]);
  });

  it('allows no import that nobody makes', () => {
    const made = (wing: string, target: string) =>
      [...imports].some(
        ([path, targets]) => folderOf(path) === wing && targets.some((other) => folderOf(other) === target),
      );
    const unused = [...linted].flatMap(([wing, targets]) =>
      targets.filter((target) => !made(wing, target)).map((target) => `${wing} → ${target}`),
    );
    expect(unused).toEqual([]);
  });

  it('in docs/wings.md is the linter’s', () => {
    const written = readFileSync('docs/wings.md', 'utf8');
    const rows = [...written.matchAll(/^\| `([a-z0-9/-]+)` \| .* \| ([^|]*) \|$/gm)].map(
      ([, wing = '', targets = '']) =>
        [wing, [...targets.matchAll(/`([^`]+)`/g)].map(([, target]) => `${target}`).toSorted()] as const,
    );
    const short = (wing: string, targets: readonly string[]) =>
      targets.map((target) => within(wing, target)).toSorted();
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries([...linted].map(([wing, targets]) => [wing, short(wing, targets)])),
    );
  });
});

/** A wing's name as another wing of its room writes it: `form` for features/order-lines/form. */
function within(wing: string, target: string): string {
  const room = ['features/order-lines', 'features/carts', 'features/lists', 'features/import'].find((name) =>
    wing.startsWith(name),
  );
  const top = `${room ?? wing.split('/')[0]}/`;
  return target.startsWith(top) ? target.slice(top.length) : target;
}

function lintRules(): LintRule[] {
  const config: unknown = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'));
  return listOf(config, 'overrides').map((override) => ({
    files: textsOf(override, 'files'),
    group: textsOf(firstPattern(override), 'group'),
  }));
}

function firstPattern(override: unknown): unknown {
  const rule = listOf(member(override, 'rules'), 'eslint/no-restricted-imports');
  return listOf(rule[1], 'patterns')[0];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = member(value, name);
  return Array.isArray(list) ? list : [];
}

function textsOf(value: unknown, name: string): string[] {
  return listOf(value, name).filter((entry) => typeof entry === 'string');
}

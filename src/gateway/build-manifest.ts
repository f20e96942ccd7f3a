/** One chunk of the browser's build, as Vite's manifest describes it. */
interface Chunk {
  readonly file: string;
  readonly css: readonly string[];
  /** Keys of the chunks that it imports statically. */
  readonly imports: readonly string[];
}

export type BuildManifest = ReadonlyMap<string, Chunk>;

/** Reads `.vite/manifest.json`, parsed. Throws when it is none. */
export function readManifest(json: unknown): BuildManifest {
  if (!isObject(json)) throw new Error('The manifest of the build is not readable');
  return new Map(
    Object.entries(json).map(([key, chunk]) => {
      if (!isObject(chunk) || typeof chunk['file'] !== 'string') {
        throw new Error(`The manifest of the build says nothing readable about ${key}`);
      }
      return [key, { file: chunk['file'], css: texts(chunk['css']), imports: texts(chunk['imports']) }];
    }),
  );
}

export interface ChunkFiles {
  /** Addresses of scripts and styles, each once. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The files of the given modules with everything that they import statically, less the entry itself and its styles,
 * which the document names already. A module that is no chunk of its own is part of another and adds nothing.
 */
export function filesOf(manifest: BuildManifest, modules: readonly string[]): ChunkFiles {
  const entry = manifest.get('index.html');
  const seen = new Set<Chunk>();
  const visit = (key: string): void => {
    const chunk = manifest.get(key);
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const next of chunk.imports) visit(next);
  };
  for (const key of ['index.html', ...modules]) visit(key);
  const chunks = [...seen].filter((chunk) => chunk !== entry);
  const named = new Set(entry?.css);
  return {
    scripts: chunks.map(({ file }) => `/${file}`),
    styles: [...new Set(chunks.flatMap(({ css }) => css))]
      .filter((file) => !named.has(file))
      .map((file) => `/${file}`),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

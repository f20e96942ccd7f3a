import type { DocumentLanguage } from '~/gateway/http/accept-language';

/** The scripts that each route needs, by route and language, as paths. */
export type ScreenFiles = ReadonlyMap<string, Readonly<Record<DocumentLanguage, readonly string[]>>>;

/** Reads `.vite/screens.json`, parsed, as the build writes it. Throws when it is none. */
export function readScreenFiles(json: unknown): ScreenFiles {
  const screens = isObject(json) ? json['screens'] : undefined;
  if (!isObject(screens)) throw new Error('The list of scripts in the build is not readable');
  return new Map(
    Object.entries(screens).map(([route, files]) => {
      if (!isObject(files)) throw new Error(`The build says nothing readable about ${route}`);
      return [route, { fr: paths(files['fr']), en: paths(files['en']) }];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function paths(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

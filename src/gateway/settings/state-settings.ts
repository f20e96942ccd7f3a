import { readSecret, readText, type SettingsSource } from './setting-readers';

/** Where the state that outlives the process is kept. */
export type StateSettings =
  /** A folder of this process, removed when it ends: for the sandbox, whose orders end with it too. */
  | { readonly kind: 'temporary' }
  | { readonly kind: 'folder'; readonly path: string }
  /** Redis or Valkey, for several instances. */
  | { readonly kind: 'redis'; readonly url: string; readonly password: string | null };

/** Reads where the state is kept. Before a real API it must be said: a state that is lost may place an order twice. */
export function readState(source: SettingsSource, isRemote: boolean): StateSettings {
  const { addProblem } = source;
  const path = readText(source, 'STATE_DIR');
  const url = readText(source, 'STATE_URL');
  const password = readSecret(source, 'STATE_PASSWORD');
  if (path !== null && url !== null) addProblem('STATE_DIR and STATE_URL are both set: keep one.');
  if (password !== null && url === null) addProblem('STATE_PASSWORD is set, but STATE_URL is not.');
  if (url !== null && !isRedisAddress(url)) {
    addProblem('STATE_URL must be an address such as rediss://redis.example.com:6379, without a password.');
  }
  if (url !== null) return { kind: 'redis', url, password };
  if (path !== null) return { kind: 'folder', path };
  if (isRemote) addProblem('STATE_DIR (or STATE_URL) is missing: orders must be known after a restart.');
  return { kind: 'temporary' };
}

/** Without a password, which would stand in the list of processes. It may name a user and a database. */
function isRedisAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, password, search, hash } = new URL(address);
  const isRedis = protocol === 'redis:' || protocol === 'rediss:';
  return isRedis && hostname !== '' && /^(?:\/\d*)?$/.test(pathname) && password + search + hash === '';
}

import { isWireObject } from '~/contract/scalars';
import { readWhole } from '~/gateway/http/read-whole';
import { USER_AGENT } from './user-agent';

/*
 * The three calls to the provider's token endpoint (Keycloak, OAuth 2 password grant). No other part of its answers
 * leaves this module.
 */

export interface Tokens {
  readonly accessToken: string;
  /** In ms since the epoch, counted from before the request. */
  readonly expiresAt: number;
  readonly refreshToken: string | null;
}

/** The provider refused: a wrong password, a locked account, a used refresh token. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
}

/** No reliable answer: the provider may have used the refresh token. */
export class TokenUnclearError extends Error {
  override name = 'TokenUnclearError';
}

export interface TokenEndpoint {
  readonly byPassword: (user: string, password: string) => Promise<Tokens>;
  readonly byRefresh: (refreshToken: string) => Promise<Tokens>;
  /** Ends the provider's session of a refresh token. */
  readonly end: (refreshToken: string) => Promise<void>;
}

const ANSWER_WITHIN = 10_000;
const LARGEST_ANSWER = 64 * 1024;
/** Only these characters may stand in a header. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

/** The token endpoint of a provider; its calls throw TokenRefusedError or TokenUnclearError. */
export function createTokenEndpoint(
  { address, clientId }: { readonly address: string; readonly clientId: string },
  { now = Date.now, within = ANSWER_WITHIN } = {},
): TokenEndpoint {
  async function ask(to: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
    const answer = await post(to, new URLSearchParams({ client_id: clientId, ...fields }), within);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    if ([400, 401, 403].includes(answer.status) && isWireObject(answer.body) && 'error' in answer.body) {
      const { error } = answer.body;
      // A code of RFC 6749 and no description, which can name the account.
      const code = typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `: ${error}` : '';
      throw new TokenRefusedError(`refused with ${answer.status}${code}`);
    }
    throw new TokenUnclearError(`answered ${answer.status}`);
  }

  async function tokens(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const askedAt = now();
    return readTokens(await ask(address, fields), askedAt);
  }

  return {
    byPassword: (username, password) => tokens({ grant_type: 'password', username, password }),
    byRefresh: (refreshToken) => tokens({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    end: async (refreshToken) => {
      await ask(address.replace(/\/token$/, '/logout'), { refresh_token: refreshToken });
    },
  };
}

async function post(
  to: string,
  body: URLSearchParams,
  within: number,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const answer = await fetch(to, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json', 'User-Agent': USER_AGENT },
      redirect: 'error',
      signal: AbortSignal.timeout(within),
    });
    const text = new TextDecoder().decode(await readWhole(answer.body, LARGEST_ANSWER));
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  } catch (error) {
    // Its message can contain the password, its code cannot.
    throw new TokenUnclearError(`no readable answer (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function readTokens(body: unknown, askedAt: number): Tokens {
  if (!isWireObject(body)) throw new TokenUnclearError('no object');
  const { access_token: accessToken, expires_in: seconds, refresh_token: refreshToken } = body;
  if (typeof accessToken !== 'string' || !TOKEN.test(accessToken)) throw new TokenUnclearError('no token');
  if (typeof seconds !== 'number' || !(seconds > 0)) throw new TokenUnclearError('no life time');
  return {
    accessToken,
    expiresAt: askedAt + seconds * 1000,
    refreshToken: typeof refreshToken === 'string' && TOKEN.test(refreshToken) ? refreshToken : null,
  };
}

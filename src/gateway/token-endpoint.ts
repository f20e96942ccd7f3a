import { isWireObject } from '~/contract/scalars';
import { readWhole } from './read-whole';
import { USER_AGENT } from './user-agent';

/*
 * The provider's token address (Keycloak, OAuth 2 password grant): the three calls that the gateway makes there, and
 * nothing of what it answers goes further than these types.
 */

export interface Tokens {
  readonly accessToken: string;
  /** When it ends, counted from before it was asked for; milliseconds as Date.now() gives them. */
  readonly expiresAt: number;
  readonly refreshToken: string | null;
}

/** The provider said no to what it was given: a wrong password, a locked account, a spent refresh token. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
}

/** No answer to rely on: what was sent may have been used up. */
class TokenUnclearError extends Error {
  override name = 'TokenUnclearError';
}

export interface TokenEndpoint {
  readonly byPassword: (user: string, password: string) => Promise<Tokens>;
  readonly byRefresh: (refreshToken: string) => Promise<Tokens>;
  /** Ends the provider's session that a refresh token belongs to. */
  readonly end: (refreshToken: string) => Promise<void>;
}

const ANSWER_WITHIN = 10_000;
const LARGEST_ANSWER = 64 * 1024;
/** What may stand in a header: anything else would be no token. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

/** The token address of a provider; its calls throw TokenRefusedError or TokenUnclearError. */
export function createTokenEndpoint(
  { address, clientId }: { readonly address: string; readonly clientId: string },
  { now = Date.now, within = ANSWER_WITHIN } = {},
): TokenEndpoint {
  async function ask(to: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
    const answer = await post(to, new URLSearchParams({ client_id: clientId, ...fields }), within);
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    if ([400, 401, 403].includes(answer.status) && isWireObject(answer.body) && 'error' in answer.body) {
      throw new TokenRefusedError(`refused with ${answer.status}`);
    }
    throw new TokenUnclearError(`answered ${answer.status}`);
  }

  async function tokens(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const asked = now();
    return readTokens(await ask(address, fields), asked);
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
  } catch {
    // Its message could hold what was sent.
    throw new TokenUnclearError('no readable answer');
  }
}

function readTokens(body: unknown, asked: number): Tokens {
  if (!isWireObject(body)) throw new TokenUnclearError('no object');
  const { access_token: accessToken, expires_in: seconds, refresh_token: refreshToken } = body;
  if (typeof accessToken !== 'string' || !TOKEN.test(accessToken)) throw new TokenUnclearError('no token');
  if (typeof seconds !== 'number' || !(seconds > 0)) throw new TokenUnclearError('no life time');
  return {
    accessToken,
    expiresAt: asked + seconds * 1000,
    refreshToken: typeof refreshToken === 'string' && TOKEN.test(refreshToken) ? refreshToken : null,
  };
}

import { isWireObject } from '~/contract/scalars';
import { codeIn, errorCode } from '~/gateway/http/error-code';
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

/** The provider refused the person: a wrong password, a locked account, a used refresh token. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
}

/**
 * No reliable answer: the provider may have used the refresh token. Or it refuses the gateway itself, whatever the person
 * types.
 */
export class TokenUnclearError extends Error {
  override name = 'TokenUnclearError';
}

export interface TokenEndpoint {
  readonly byPassword: (user: string, password: string) => Promise<Tokens>;
  readonly byRefresh: (refreshToken: string) => Promise<Tokens>;
  /** Ends the provider's session of a refresh token. */
  readonly end: (refreshToken: string) => Promise<void>;
  /** Whether the provider answers and knows the client: it refuses a refresh token that it never gave. */
  readonly check: () => Promise<void>;
}

const ANSWER_WITHIN = 10_000;
const LARGEST_ANSWER = 64 * 1024;
/** Refusals of the client, RFC 6749 section 5.2. Any other is about the person. */
const CLIENT_REFUSALS = [
  'invalid_client',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_request',
];
const NO_TOKEN = 'none';
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
      const code = codeIn(error) ?? 'no code';
      const reason = `refused with ${answer.status}: ${code}`;
      throw CLIENT_REFUSALS.includes(code) ? new TokenUnclearError(reason) : new TokenRefusedError(reason);
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
    check: async () => {
      try {
        await ask(address, { grant_type: 'refresh_token', refresh_token: NO_TOKEN });
      } catch (error) {
        if (!(error instanceof TokenRefusedError)) throw error;
      }
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
    throw new TokenUnclearError(`no readable answer (${errorCode(error)})`);
  }
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

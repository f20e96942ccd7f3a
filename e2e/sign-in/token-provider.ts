import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/*
 * A token endpoint for tests, as Keycloak's is said to be: the refresh token rotates, its reuse ends the session, wrong
 * passwords lock the account, and tokens end after as many seconds as the test likes. It also says which tokens hold.
 */

export interface Provider {
  readonly tokenUrl: string;
  /** What was asked, in order: the grant and how it ended. The check of a starting gateway is not in it. */
  readonly asked: string[];
  /** Whether an access token is one of ours and its session still stands. */
  readonly holds: (token: string) => boolean;
  /** Ends every session, as an administrator does. */
  readonly endSessions: () => void;
  /** What the next requests meet: an answer of another kind, or silence. */
  readonly faults: ('html' | 'silence' | 'cut')[];
  lifeSeconds: number;
  readonly close: () => void;
}

export const ACCOUNT = { user: 'desk', password: 'canary-secret-of-the-account' };
const LOCKED_AFTER = 5;

/** Starts one on a free port of this machine. */
export async function startProvider({ lifeSeconds = 300, port = 0 } = {}): Promise<Provider> {
  const sessions = new Map<string, { refresh: string; spent: Set<string> }>();
  const issued = new Map<string, string>();
  let serial = 0;
  let wrong = 0;

  const issue = (session: string, spent: Set<string>): object => {
    serial += 1;
    const access = `canary-access-${session}-${serial}`;
    const refresh = `canary-refresh-${session}-${serial}`;
    issued.set(access, session);
    sessions.set(session, { refresh, spent });
    return {
      access_token: access,
      expires_in: provider.lifeSeconds,
      token_type: 'Bearer',
      refresh_token: refresh,
      refresh_expires_in: 1800,
      scope: 'profile',
      session_state: session,
    };
  };

  const answerTo = (path: string, fields: URLSearchParams): readonly [string, number, object] => {
    const given = fields.get('refresh_token') ?? '';
    if (path.endsWith('/logout')) {
      for (const [name, { refresh }] of sessions) if (refresh === given) sessions.delete(name);
      return ['end', 200, {}];
    }
    if (fields.get('grant_type') === 'refresh_token') {
      for (const [name, { refresh, spent }] of sessions) {
        if (refresh === given) return ['refresh', 200, issue(name, spent.add(given))];
        if (spent.has(given)) sessions.delete(name);
      }
      return ['refresh refused', 400, { error: 'invalid_grant', error_description: 'Token is not active' }];
    }
    const isRight = fields.get('username') === ACCOUNT.user && fields.get('password') === ACCOUNT.password;
    if (!isRight || wrong >= LOCKED_AFTER) {
      wrong += 1;
      return [
        'password refused',
        401,
        { error: 'invalid_grant', error_description: 'Invalid user credentials' },
      ];
    }
    serial += 1;
    return ['password', 200, issue(`s${serial}`, new Set())];
  };

  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await textOf(incoming));
    // The check of a gateway that starts; it comes at any time.
    if (fields.get('refresh_token') === 'none') {
      const [, status, body] = answerTo(incoming.url ?? '', fields);
      outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    const fault = provider.faults.shift();
    const [name, status, body] = answerTo(incoming.url ?? '', fields);
    provider.asked.push(name);
    if (fault === 'silence') return;
    if (fault === 'cut') incoming.socket.destroy();
    else if (fault === 'html') outgoing.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>proxy</h1>');
    else outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const provider: Provider = {
    tokenUrl: `http://127.0.0.1:${taken}/auth/realms/covage/protocol/openid-connect/token`,
    asked: [],
    holds: (token) => sessions.has(issued.get(token) ?? ''),
    endSessions: () => sessions.clear(),
    faults: [],
    lifeSeconds,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return provider;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

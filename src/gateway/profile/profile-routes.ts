import {
  factChoices,
  FACT_NAMES,
  isFact,
  type FactName,
  type ServerProfile,
} from '~/contract/profile/server-profile';
import { isWireObject } from '~/contract/scalars';
import { readJsonBody } from '~/gateway/orders/api-request';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';
import type { ProfileMemory } from './profile-memory';

export const PROFILE_PATH = '/gw/server';

export interface ProfileRoutes {
  /** The facts that the page gets with its session. */
  readonly profile: () => Promise<ServerProfile>;
  /**
   * GET gives each learned fact with its time and the answer that taught it. POST `{fact, value}` sets a fact, or
   * forgets it with null.
   */
  readonly answer: (request: Request, requestId: string) => Promise<Response>;
}

/** A fact that a person has set or forgotten, with its value before and after; null for none. */
interface FactChange {
  readonly fact: FactName;
  readonly was: string | null;
  readonly is: string | null;
  readonly requestId: string;
}

/** The operator's view of the facts that the gateway has learned about its API. `onChange` hears what a person changes. */
export function createProfileRoutes(
  memory: ProfileMemory,
  onChange: (change: FactChange) => Promise<void> = async () => undefined,
): ProfileRoutes {
  function answerFacts(requestId: string): Response {
    const facts = memory.facts();
    const told = FACT_NAMES.map((name) => ({
      name,
      choices: factChoices(name),
      learned: facts[name] ?? null,
    }));
    return Response.json({ facts: told }, { headers: apiHeaders(requestId) });
  }

  async function set(request: Request, requestId: string): Promise<Response> {
    const body = await readJsonBody(request);
    if (!body.ok) return errorResponse(body.refusal, requestId);
    const { fact, value } = isWireObject(body.value) ? body.value : {};
    const name = FACT_NAMES.find((known) => known === fact);
    if (name === undefined) return errorResponse(gatewayError(400, 'bad_body'), requestId);
    const was = memory.facts()[name]?.value ?? null;
    if (value === null) {
      memory.forget(name);
      await onChange({ fact: name, was, is: null, requestId });
      return answerFacts(requestId);
    }
    const choice = factChoices(name).find((known) => known === value);
    if (choice === undefined || !isFact(name, choice))
      return errorResponse(gatewayError(400, 'bad_body'), requestId);
    memory.learn({ [name]: choice }, 'set', { operation: null, status: null });
    await onChange({ fact: name, was, is: choice, requestId });
    return answerFacts(requestId);
  }

  return {
    profile: async () => {
      await memory.ready;
      return memory.profile();
    },
    answer: async (request, requestId) => {
      await memory.ready;
      await memory.reread();
      if (request.method === 'GET') return answerFacts(requestId);
      if (request.method === 'POST') return set(request, requestId);
      return errorResponse({ ...gatewayError(405, 'method_not_allowed'), allow: 'GET, POST' }, requestId);
    },
  };
}

import { queryOptions } from '@tanstack/react-query';
import { FACT_NAMES, type FactName } from '~/contract/profile/server-profile';
import { operationNames, type OperationName } from '~/contract/operations';
import { isUnknownArray, isWireObject, wireObjects } from '~/contract/scalars';
import { getFromGateway, refusedByGateway } from '~/api/transport/gateway-calls';
import { queryKeys } from '~/api/transport/query-keys';

/** The gateway's path to read and set the facts about the API. */
export const SERVER_FACTS_PATH = '/gw/server';

/** A fact of the server's profile. */
export interface ServerFact {
  readonly name: FactName;
  /** The values that a person can set; empty for a fact that is only learned. */
  readonly choices: readonly string[];
  /** '' as long as nothing has taught it. */
  readonly value: string;
  readonly proof: 'shown' | 'worked' | 'set' | null;
  /** When it was learned, in ms since 1970. */
  readonly at: number;
  /** The request whose answer taught it, with the status of that answer. */
  readonly operation: OperationName | null;
  readonly status: number | null;
}

/** Reads the gateway's answer; a fact that this page does not know is left out. */
export function readServerFacts(body: unknown): readonly ServerFact[] {
  return wireObjects(isWireObject(body) ? body['facts'] : null).flatMap((told): ServerFact[] => {
    const name = FACT_NAMES.find((known) => known === told['name']);
    if (name === undefined) return [];
    const learned = isWireObject(told['learned']) ? told['learned'] : {};
    const { value, proof, at, operation, status } = learned;
    const choices = told['choices'];
    return [
      {
        name,
        choices: isUnknownArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [],
        value: typeof value === 'string' ? value : '',
        proof: proof === 'shown' || proof === 'worked' || proof === 'set' ? proof : null,
        at: Number(at),
        operation: operationNames.find((known) => known === operation) ?? null,
        status: typeof status === 'number' ? status : null,
      },
    ];
  });
}

export const serverQueries = {
  /** The facts that the gateway has learned about the API. Throws an ApiError. */
  facts: () =>
    queryOptions({
      queryKey: queryKeys.serverFacts,
      queryFn: async () => {
        const { status, body } = await getFromGateway(SERVER_FACTS_PATH);
        if (status !== 200) throw refusedByGateway(status, body);
        return readServerFacts(body);
      },
    }),
};

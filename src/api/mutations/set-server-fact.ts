import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FactName } from '~/contract/profile/server-profile';
import { readServerFacts, SERVER_FACTS_PATH, serverQueries } from '~/api/read/server-facts';
import { postToGateway, refusedByGateway } from '~/api/transport/gateway-calls';

interface FactChoice {
  readonly fact: FactName;
  /** null forgets the fact. */
  readonly value: string | null;
}

/** Sets or forgets a fact about the server, for all users of this gateway. */
export function useSetServerFact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ fact, value }: FactChoice) => {
      const { status, body } = await postToGateway(SERVER_FACTS_PATH, { fact, value });
      if (status !== 200) throw refusedByGateway(status, body);
      return readServerFacts(body);
    },
    onSuccess: (facts) => client.setQueryData(serverQueries.facts().queryKey, facts),
  });
}

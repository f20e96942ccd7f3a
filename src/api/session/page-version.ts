import { useQuery } from '@tanstack/react-query';
import { text } from '~/contract/scalars';
import { currentSession, freshSession } from './gateway-session';

/** How often the page asks which version the gateway serves, in milliseconds. */
const INTERVAL = 600_000;

/** The path of this page's last script, by which the gateway names a version; '' in development. */
function ownVersion(): string {
  const scripts = [...document.querySelectorAll('script[src]')];
  return scripts.at(-1)?.getAttribute('src') ?? '';
}

/** Whether the gateway serves another version of the page than this one. */
export function useIsOldPage(): boolean {
  const { data: version = '' } = useQuery({
    queryKey: ['page-version'],
    queryFn: async ({ client, queryKey }) => {
      const isKnown = client.getQueryData(queryKey) !== undefined;
      const { facts } = await (isKnown ? freshSession() : currentSession());
      return text.parse(facts['version']);
    },
    refetchInterval: INTERVAL,
    staleTime: INTERVAL,
  });
  return version !== '' && version !== ownVersion();
}

import { useQuery } from '@tanstack/react-query';
import { useSetServerFact } from '~/api/mutations/set-server-fact';
import { serverQueries } from '~/api/read/server-facts';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/panel/Panel';
import { ServerFactRow } from './ServerFactRow';
import styles from './ServerPage.module.css';

/** What the gateway has learned about the API, for the operator, with the answer that taught each fact. */
export function ServerPage() {
  const { serverPage } = useAllMessages();
  const { data, error, refetch } = useQuery(serverQueries.facts());
  const setting = useSetServerFact();
  const known = (data ?? []).filter(({ value }) => value !== '');
  const unknown = (data ?? []).filter(({ value }) => value === '');
  const rows = (facts: typeof known) => (
    <ul className={styles['facts']}>
      {facts.map((fact) => (
        <ServerFactRow
          key={fact.name}
          fact={fact}
          isSetting={setting.isPending}
          onSet={(value) => setting.mutate({ fact: fact.name, value })}
        />
      ))}
    </ul>
  );
  return (
    <Page title={serverPage.title} subtitle={serverPage.intro}>
      {error && <FailureNotice error={error} of="read" onRetry={() => void refetch()} />}
      {setting.error && <FailureNotice error={setting.error} of="write" />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Panel title={serverPage.learned}>
            {known.length > 0 ? rows(known) : <p>{serverPage.nothing}</p>}
          </Panel>
          {unknown.length > 0 && <Panel title={serverPage.notYet}>{rows(unknown)}</Panel>}
        </>
      )}
    </Page>
  );
}

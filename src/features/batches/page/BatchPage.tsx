import { getRouteApi, Link } from '@tanstack/react-router';
import type { BatchView } from '~/api/batches/batches';
import type { Batch } from '~/domain/batches/batch';
import { shownText } from '~/i18n/shown-text';
import { useBatchViews } from '~/features/batches/batch-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { ExactTime } from '~/ui/facts/ExactTime';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { Loading } from '~/ui/feedback/Loading';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/panel/Panel';
import { BatchActions } from './BatchActions';
import { BatchBadge } from './BatchBadge';
import { BatchProgress } from './BatchProgress';
import { BatchReceipt } from './BatchReceipt';
import { BatchTotalsList } from './BatchTotalsList';
import { ConflictDecision } from './ConflictDecision';
import { RowDecision } from './RowDecision';

const route = getRouteApi('/batches/$batchId');

/** One batch: how far it is, what a person can do with it, and its receipt. */
export function BatchPage() {
  const { batchId } = route.useParams();
  const { batches } = useAllMessages();
  const views = useBatchViews();
  const view = views?.find(({ batch }) => batch.id === batchId);
  if (view) return <BatchScreen view={view} />;
  return (
    <Page title={batches.batch}>
      {views === null ? (
        <Loading />
      ) : (
        <EmptyState
          title={batches.gone}
          text={batches.goneText}
          action={<LinkButton to="/batches">{batches.all}</LinkButton>}
        />
      )}
    </Page>
  );
}

function BatchScreen({ view }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const { batch } = view;
  return (
    <Page
      title={batches.kinds[batch.kind](batch.source.name)}
      aside={<BatchBadge view={view} />}
      subtitle={<BatchHead view={view} />}
      actions={<BatchActions view={view} />}
    >
      <BatchProgress view={view} />
      <RowDecision view={view} />
      <ConflictDecision view={view} />
      <Panel title={batches.totals}>
        <BatchTotalsList batch={batch} />
      </Panel>
      <BatchReceipt batch={batch} />
    </Page>
  );
}

/** When it was started, its source and its cart. */
function BatchHead({ view: { batch } }: { readonly view: BatchView }) {
  const { batches, cartPage } = useAllMessages();
  return (
    <>
      {batches.started} <ExactTime value={new Date(batch.startedAt).toISOString()} />
      {batch.kind !== 'change' && (
        <>
          {' · '}
          {batches.fromCart} <BatchSource source={batch.source} />
        </>
      )}
      {batch.cartId !== '' && (
        <>
          {' · '}
          {batches.intoCart}{' '}
          <Link to="/carts/$cartId" params={{ cartId: batch.cartId }}>
            {shownText(batch.cart.values.external_id || batch.cart.values.project_id) || cartPage.untitled}
          </Link>
        </>
      )}
    </>
  );
}

/** The cart that was copied, or the file. */
function BatchSource({ source: { cartId, name } }: Pick<Batch, 'source'>) {
  if (cartId === '') return name;
  return (
    <Link to="/carts/$cartId" params={{ cartId }}>
      {name}
    </Link>
  );
}

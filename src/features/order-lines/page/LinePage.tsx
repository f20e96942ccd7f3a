import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { startTransition, Suspense, useCallback, useState } from 'react';
import { isApiError } from '~/api/transport/api-error';
import { lineQueries } from '~/api/read/order-lines';
import { KEEP_FAILED } from '~/api/transport/query-client';
import type { EndedInput } from '~/autosave/autosave-records';
import type { OrderLine } from '~/contract/order-line';
import { isFromQuote } from '~/domain/fields/quote-lock';
import { shownText } from '~/i18n/shown-text';
import { isCancelled, isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/feedback/Badge';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Notice } from '~/ui/feedback/Notice';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/feedback/Loading';
import { Page } from '~/ui/Page';
import { lineName, LineReferenceText } from '~/features/order-lines/display/LineName';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { LazyOrphanedUnsaved } from '~/features/order-lines/unsaved/orphaned/lazy';
import { LazyConfirmedLine, LazyDraftLine } from './lazy';
import { LinePager } from './LinePager';
import { LineTools } from './LineTools';
import { useRememberSites } from './use-remember-sites';

const route = getRouteApi('/lines/$lineId');

/** One order line: the form of a draft, the facts of any other line. */
export function LinePage() {
  const { lineId } = route.useParams();
  const { data: line, error, refetch } = useQuery({ ...lineQueries.detail(lineId), ...KEEP_FAILED });
  const readAgain = useCallback(() => void refetch(), [refetch]);
  if (line) return <ReadableLine key={line.id} line={line} readError={error} onReadAgain={readAgain} />;
  if (!error) return <Loading />;
  return <UnreadableLine lineId={lineId} error={error} onReadAgain={readAgain} />;
}

interface UnreadableLineProps {
  readonly lineId: string;
  readonly error: Error;
  readonly onReadAgain: () => void;
}

function UnreadableLine({ lineId, error, onReadAgain }: UnreadableLineProps) {
  const { errors, shell, linePage } = useEditorMessages();
  const isGone = isApiError(error) && error.kind === 'not-found';
  return (
    <Page title={isGone ? errors.lineGone : linePage.facts}>
      <FailureNotice
        error={error}
        of="read"
        onRetry={onReadAgain}
        {...(isGone
          ? { title: errors.lineGone, actions: <LinkButton to="/lines">{shell.toLines}</LinkButton> }
          : {})}
      />
      <Suspense>{isGone && <LazyOrphanedUnsaved object={`line:${lineId}`} />}</Suspense>
    </Page>
  );
}

interface LineProps {
  readonly line: OrderLine;
  readonly onReadAgain: () => void;
}

function ReadableLine({ line, readError, onReadAgain }: LineProps & { readonly readError: Error | null }) {
  const messages = useEditorMessages();
  const { linePage } = messages;
  const navigate = useNavigate();
  useRememberSites(line);
  const cart = { to: '/carts/$cartId', params: { cartId: line.product_order_id } } as const;
  return (
    <Page
      title={lineName(line, messages)}
      aside={
        <>
          <LineStateBadge line={line} />
          {isFromQuote(line) && <Badge tone="neutral">{linePage.openQuote}</Badge>}
        </>
      }
      subtitle={
        <>
          <LineReferenceText line={line} />
          {line.product_order_id !== '' && (
            <>
              {' · '}
              <Link {...cart}>{linePage.toCart}</Link>
            </>
          )}
        </>
      }
      actions={<LineTools line={line} onDeleted={() => void navigate({ ...cart, ignoreBlocker: true })} />}
    >
      <LinePager lineId={line.id} />
      {readError && <FailureNotice error={readError} of="read" isShowingOld onRetry={onReadAgain} />}
      {isCancelled(line) && (
        <Notice tone="bad" title={linePage.cancelledText}>
          {line.cancellation_reason !== '' && <p>{shownText(line.cancellation_reason)}</p>}
        </Notice>
      )}
      <Suspense fallback={<Loading />}>
        <LineView line={line} onReadAgain={onReadAgain} />
      </Suspense>
    </Page>
  );
}

/** How a form ended whose line was confirmed meanwhile: with the text that it had not saved, null for none. */
interface FormEnd {
  readonly unsaved: EndedInput | null;
}

/** The form of a draft until the line is confirmed, then the facts, with the form's unsaved text. */
function LineView({ line, onReadAgain }: LineProps) {
  const [isInForm, setIsInForm] = useState(isDraft(line));
  const [end, setEnd] = useState<FormEnd | null>(null);
  if (isDraft(line) && !isInForm) {
    setIsInForm(true);
    setEnd(null);
  }
  const showFacts = useCallback((unsaved: EndedInput | null) => {
    // The form stays in sight until the code of the facts is there.
    startTransition(() => {
      setEnd((before) => before ?? { unsaved });
      setIsInForm(false);
    });
  }, []);
  if (isInForm) return <LazyDraftLine line={line} onReadAgain={onReadAgain} onConfirmed={showFacts} />;
  return <LazyConfirmedLine line={line} end={end} onDiscard={() => setEnd({ unsaved: null })} />;
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { hasFields, isApiError } from '~/api/api-error';
import { lineQueries } from '~/api/order-lines';
import { UNLESS_FAILED } from '~/api/query-client';
import { useCreation, useSaveLine } from '~/api/order-line-writes';
import type { SaveOutcome, SaveRequest } from '~/api/save-line';
import type { LineValues, OrderLine } from '~/contract/order-line';
import { isDraft } from '~/domain/order-line-lifecycle';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/Badge';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { isFromQuote } from '~/domain/quote-lock';
import { KeptLeftovers, SaveOutcomeNotice } from './later-screens';
import { LineForm, type FormOutcome } from './LineForm';
import { lineName, LineReference } from './LineName';
import { LinePager } from './LinePager';
import { LineNotices } from './LineNotices';
import { LineStateBadge } from './LineStateBadge';
import { LineTools } from './LineTools';
import { takeTypedSince } from './typed-since';

const DeleteLineDialog = lazy(() =>
  import('./DeleteLineDialog').then(({ DeleteLineDialog }) => ({ default: DeleteLineDialog })),
);

/* Read after the fields: they come after them. */
const LineTimeline = lazy(() =>
  import('./LineTimeline').then(({ LineTimeline }) => ({ default: LineTimeline })),
);
const LineFacts = lazy(() => import('./LineFacts').then(({ LineFacts }) => ({ default: LineFacts })));

const route = getRouteApi('/lines/$lineId');

/** One order line: its editor while it is a draft, the same form locked and what became of it afterwards. */
export function LinePage() {
  const { lineId } = route.useParams();
  const { errors, shell, linePage } = useAllMessages();
  const { data: line, error, refetch } = useQuery({ ...lineQueries.detail(lineId), ...UNLESS_FAILED });
  const readAgain = useCallback(() => void refetch(), [refetch]);
  if (line) return <LineEditor key={line.id} line={line} readError={error} onReadAgain={readAgain} />;
  if (!error) return <Loading />;
  const isGone = isApiError(error) && error.kind === 'not-found';
  return (
    <Page title={isGone ? errors.lineGone : linePage.facts}>
      <FailureNotice
        error={error}
        of="read"
        onRetry={readAgain}
        {...(isGone
          ? { title: errors.lineGone, actions: <LinkButton to="/lines">{shell.toLines}</LinkButton> }
          : {})}
      />
      <Suspense>{isGone && <KeptLeftovers object={`line:${lineId}`} />}</Suspense>
    </Page>
  );
}

/** The line was saved: the other tabs that show it read it again. */
function tellOtherTabs(lineId: string): void {
  void import('~/kept/tabs').then(({ tellTabs }) => tellTabs({ kind: 'saved', object: `line:${lineId}` }));
}

interface LineEditorProps {
  readonly line: OrderLine;
  readonly readError: Error | null;
  readonly onReadAgain: () => void;
}

function LineEditor({ line, readError, onReadAgain }: LineEditorProps) {
  const messages = useAllMessages();
  const { linePage } = messages;
  const formats = useFormats();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const saving = useSaveLine(line.product_order_id);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(useCreation(line.id) ?? null);
  const [isDeleting, setIsDeleting] = useState(false);
  const takeTyped = useCallback(() => takeTypedSince(line), [line]);
  const name = lineName(line, messages);

  /** To its cart: the line is gone. */
  const leave = () =>
    navigate({ to: '/carts/$cartId', params: { cartId: line.product_order_id }, ignoreBlocker: true });

  const send = async (request: SaveRequest): Promise<FormOutcome> => {
    try {
      const ended = await saving.save(request);
      setOutcome(ended);
      if (ended.kind !== 'saved') return { kind: 'not-saved' };
      tellOtherTabs(line.id);
      return { kind: 'saved', line: ended.line };
    } catch (error) {
      if (!isApiError(error)) throw error;
      setOutcome(null);
      return hasFields(error) ? { kind: 'refused', fields: error.fields } : { kind: 'not-saved' };
    }
  };
  const save = (mine: LineValues, base: LineValues) =>
    send({ cartId: line.product_order_id, base: { ...line, ...base }, mine });

  return (
    <Page
      title={name}
      aside={
        <>
          <LineStateBadge line={line} />
          {isFromQuote(line) && <Badge tone="neutral">{linePage.openQuote}</Badge>}
        </>
      }
      subtitle={
        <>
          <LineReference line={line} />
          {line.product_order_id !== '' && (
            <>
              {' · '}
              <Link to="/carts/$cartId" params={{ cartId: line.product_order_id }}>
                {linePage.toCart}
              </Link>
            </>
          )}
        </>
      }
      actions={
        <>
          <LineTools line={line} />
          {isDraft(line) && (
            <Button look="danger" onClick={() => setIsDeleting(true)}>
              {linePage.remove}
            </Button>
          )}
        </>
      }
    >
      <LinePager lineId={line.id} />
      {readError && <FailureNotice error={readError} of="read" isShowingOld onRetry={onReadAgain} />}
      <LineForm
        saved={line}
        initial={line}
        onSave={save}
        isSaving={saving.isPending}
        keptAs={`line:${line.id}`}
        cartId={line.product_order_id}
        onSavedElsewhere={onReadAgain}
        focusKey={hash}
        takeTyped={takeTyped}
        {...(outcome?.kind === 'saved' ? { status: linePage.saved(formats.time(outcome.at)) } : {})}
        notices={(goTo, onResolve) => (
          <>
            <LineNotices line={line} onGoTo={goTo} />
            <CheckingNote since={saving.checkingSince} />
            {saving.error && !hasFields(saving.error) && (
              <FailureNotice error={saving.error} of="write" title={linePage.summaryTitle} />
            )}
            <Suspense>{outcome && <SaveOutcomeNotice outcome={outcome} onResolve={onResolve} />}</Suspense>
          </>
        )}
        aside={
          <Suspense>
            <LineTimeline line={line} />
            <LineFacts line={line} />
          </Suspense>
        }
      />
      <Suspense>
        {isDeleting && (
          <DeleteLineDialog line={line} onClose={() => setIsDeleting(false)} onDeleted={() => void leave()} />
        )}
      </Suspense>
    </Page>
  );
}

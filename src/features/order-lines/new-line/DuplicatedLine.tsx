import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { lineQueries } from '~/api/read/order-lines';
import { emptyLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import { duplicateLine } from '~/domain/lines/line-duplicate';
import { useAllMessages, useMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';
import { Notice } from '~/ui/feedback/Notice';
import { lineName } from '~/features/order-lines/display/LineName';
import { NotCopiedNote } from '~/features/order-lines/summary/NotCopiedNote';

interface DuplicatedLineProps {
  /** Draws the form of the new line: what it begins with, and what is to be said of that. */
  readonly children: (initial: LineValues, notice: ReactNode) => ReactNode;
}

const EMPTY = emptyLineValues();

/** The first values of a new line: none, or a copy of the line that the URL names. */
export function DuplicatedLine({ children }: DuplicatedLineProps) {
  const { copy } = useSearch({ from: '/carts/$cartId/lines/new' });
  return copy === undefined ? children(EMPTY, null) : <CopyOf lineId={copy}>{children}</CopyOf>;
}

function CopyOf({ lineId, children }: DuplicatedLineProps & { readonly lineId: string }) {
  const { errors } = useMessages();
  const { data: line, error, refetch } = useQuery(lineQueries.detail(lineId));
  if (line) return <Copied line={line}>{children}</Copied>;
  if (!error) return <Loading />;
  return <FailureNotice error={error} of="read" title={errors.lineGone} onRetry={() => void refetch()} />;
}

function Copied({ line, children }: DuplicatedLineProps & { readonly line: OrderLine }) {
  const messages = useMessages();
  const { duplicating } = useAllMessages();
  const { quote } = useSearch({ from: '/carts/$cartId/lines/new' });
  const { values, notCopied, unknown } = useMemo(() => duplicateLine(line, quote ?? 'leave'), [line, quote]);
  return children(
    values,
    <Notice tone="neutral" title={duplicating.copyOf(lineName(line, messages))}>
      <NotCopiedNote fields={notCopied} unknown={unknown} />
    </Notice>,
  );
}

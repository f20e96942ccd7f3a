import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { cartQueries } from '~/api/read/carts';
import { readableRows } from '~/contract/list-envelope';
import type { OrderLine } from '~/contract/order-line';
import { duplicateLine, type QuoteChoice } from '~/domain/lines/line-duplicate';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { isFromQuote } from '~/domain/fields/quote-lock';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button, NativeSelect } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { toDuplicateSearch } from '~/features/order-lines/display/duplicate-search';
import { lineName } from '~/features/order-lines/display/LineName';
import { NotCopiedNote } from '~/features/order-lines/summary/NotCopiedNote';
import { QuoteQuestion } from '~/features/order-lines/summary/QuoteQuestion';

interface DuplicateLineDialogProps {
  readonly line: OrderLine;
  readonly onClose: () => void;
}

/** Asks into which cart the new line goes and whether it stays with the quote, and says what does not come along. */
export function DuplicateLineDialog({ line, onClose }: DuplicateLineDialogProps) {
  const messages = useAllMessages();
  const { linePage, common, cartPage } = messages;
  const { duplicating } = messages;
  const formats = useFormats();
  const navigate = useNavigate();
  const drafts = useDraftCarts(line);
  const [chosen, setChosen] = useState<string | null>(null);
  const [quote, setQuote] = useState<QuoteChoice>('leave');
  const cartId = chosen ?? drafts.carts[0]?.id ?? '';
  const { notCopied, unknown } = duplicateLine(line, quote);

  const begin = () =>
    void navigate({
      to: '/carts/$cartId/lines/new',
      params: { cartId },
      search: toDuplicateSearch(line.id, quote),
    });

  return (
    <Dialog title={linePage.duplicate} onClose={onClose}>
      <p>{duplicating.lineText(lineName(line, messages))}</p>
      {drafts.carts.length > 0 ? (
        <NativeSelect
          label={duplicating.intoCart}
          value={cartId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={drafts.carts.map((cart) => ({
            value: cart.id,
            label: [
              shownText(cart.external_id || cart.project_id) || cartPage.untitled,
              // Carts may have the same name.
              cart.external_id !== '' && shownText(cart.project_id),
              cart.creation_date && formats.date(cart.creation_date),
              cart.id === line.product_order_id && duplicating.thisCart,
            ]
              .filter(Boolean)
              .join(' – '),
          }))}
        />
      ) : (
        !drafts.isReading && <p>{duplicating.noDraftCart}</p>
      )}
      {isFromQuote(line) && (
        <QuoteQuestion
          question={duplicating.quote(shownText(line.quote_item_id))}
          choice={quote}
          onChoose={setQuote}
        />
      )}
      <NotCopiedNote fields={notCopied} unknown={unknown} />
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button variant="filled" disabled={cartId === ''} onClick={begin}>
          {duplicating.begin}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface CartChoice {
  readonly id: string;
  readonly external_id: string;
  readonly project_id: string;
  readonly creation_date: string;
}

/** The carts that a line can go into: its own while that is a draft, then the newest drafts of the list. */
function useDraftCarts(line: OrderLine): {
  readonly carts: readonly CartChoice[];
  readonly isReading: boolean;
} {
  const own = useQuery(cartQueries.detail(line.product_order_id));
  const list = useQuery(cartQueries.list({ filters: { state: 'created' }, page: 1, pageSize: 50 }));
  const listed = readableRows(list.data?.rows ?? []);
  const others = listed.filter(({ id }) => id !== line.product_order_id);
  // Known before anything is read: the cart of a draft is one.
  const known = isDraft(line)
    ? [own.data?.cart ?? { id: line.product_order_id, external_id: '', project_id: '', creation_date: '' }]
    : [];
  return { carts: [...known, ...others], isReading: list.isPending };
}

import { useState } from 'react';
import { readableLines, type Cart } from '~/contract/cart';
import { duplicateLine, type QuoteChoice } from '~/domain/lines/line-duplicate';
import { isFromQuote } from '~/domain/fields/quote-lock';
import { StartProgress } from '~/features/batches/StartProgress';
import { useStartBatch } from '~/features/batches/use-start-batch';
import { NotCopiedNote } from '~/features/order-lines/summary/NotCopiedNote';
import { QuoteQuestion } from '~/features/order-lines/summary/QuoteQuestion';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { cartName } from '~/features/carts/display/cart-name';

interface DuplicateCartDialogProps {
  readonly cart: Cart;
  readonly onClose: () => void;
}

/** A new cart with a duplicate of each line: asks about quotes once, says what does not come along and how far it is. */
export function DuplicateCartDialog({ cart, onClose }: DuplicateCartDialogProps) {
  const messages = useAllMessages();
  const { cartPage, common } = messages;
  const { duplicating } = messages;
  const { state, start } = useStartBatch();
  const [quote, setQuote] = useState<QuoteChoice>('leave');
  const lines = readableLines(cart);
  const fromQuote = lines.filter(isFromQuote);
  const notCopied = lines.flatMap((line) => duplicateLine(line, quote).notCopied);

  const copy = () =>
    start({
      kind: 'duplicate',
      cart: { external_id: '', project_id: cart.project_id },
      source: { cartId: cart.id, name: cartName(cart, messages) },
      lineIds: lines.map(({ id }) => id),
      toValues: (line) => duplicateLine(line, quote).values,
    });

  return (
    <Dialog title={cartPage.duplicate} onClose={onClose}>
      {state.phase === 'choosing' && (
        <>
          <p>{duplicating.cartText(lines.length, cartName(cart, messages))}</p>
          {fromQuote.length > 0 && (
            <QuoteQuestion
              question={duplicating.cartQuotes(fromQuote.length)}
              choice={quote}
              onChoose={setQuote}
            />
          )}
          <NotCopiedNote
            fields={[...(cart.external_id === '' ? [] : (['external_id'] as const)), ...notCopied]}
            unknown={[]}
          />
          {lines.length < cart.lines.length && (
            <p>{duplicating.unreadable(cart.lines.length - lines.length)}</p>
          )}
          <DialogActions>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button variant="filled" onClick={copy}>
              {duplicating.begin}
            </Button>
          </DialogActions>
        </>
      )}
      {state.phase !== 'choosing' && (
        <StartProgress state={state} label={cartPage.duplicate} onRetry={copy} onClose={onClose} />
      )}
    </Dialog>
  );
}

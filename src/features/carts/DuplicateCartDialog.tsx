import { useState } from 'react';
import { readableLines, type Cart } from '~/contract/cart';
import { duplicateLine, type QuoteChoice } from '~/domain/line-duplicate';
import { isFromQuote } from '~/domain/quote-lock';
import { keepRejections, useEveryKeptRejection } from '~/features/order-lines/kept-rejections';
import { NotCopied } from '~/features/order-lines/NotCopied';
import { QuoteQuestion } from '~/features/order-lines/QuoteQuestion';
import { rejectionsOfCopy } from '~/features/order-lines/rejection-texts';
import { useEntryMessages } from '~/i18n/entry-messages';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { cartName } from './cart-name';
import { CopyProgress } from './CopyProgress';
import { useCopyLines } from './use-copy-lines';

interface DuplicateCartDialogProps {
  readonly cart: Cart;
  readonly onClose: () => void;
}

/** A new cart with a duplicate of each line: asks about quotes once, says what does not come along and how far it is. */
export function DuplicateCartDialog({ cart, onClose }: DuplicateCartDialogProps) {
  const messages = useAllMessages();
  const { cartPage, common } = messages;
  const { duplicating } = useEntryMessages();
  const copying = useCopyLines();
  const { state, start } = copying;
  const kept = useEveryKeptRejection();
  const [quote, setQuote] = useState<QuoteChoice>('leave');
  const lines = readableLines(cart);
  const fromQuote = lines.filter(isFromQuote);
  const notCopied = lines.flatMap((line) => duplicateLine(line, quote).notCopied);
  const isRunning = state.phase === 'running';

  const copy = () =>
    start({
      cart: { external_id: '', project_id: cart.project_id },
      lineIds: lines.map(({ id }) => id),
      toValues: (line) => duplicateLine(line, quote).values,
      onCreated: (copy, original) =>
        keepRejections(copy.id, rejectionsOfCopy(copy, original, kept[original.id] ?? {})),
    });

  return (
    <Dialog title={cartPage.duplicate} onClose={() => !isRunning && onClose()}>
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
          <NotCopied
            fields={[...(cart.external_id === '' ? [] : (['external_id'] as const)), ...notCopied]}
            unknown={[]}
          />
          {lines.length < cart.lines.length && (
            <p>{duplicating.unreadable(cart.lines.length - lines.length)}</p>
          )}
          <DialogActions>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button look="primary" onClick={copy}>
              {duplicating.begin}
            </Button>
          </DialogActions>
        </>
      )}
      <CopyProgress
        copying={copying}
        lines={lines}
        label={cartPage.duplicate}
        onGoOn={copy}
        onClose={onClose}
      />
    </Dialog>
  );
}

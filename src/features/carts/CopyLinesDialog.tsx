import { useState } from 'react';
import type { Cart } from '~/contract/cart';
import { LONGEST_FILTER } from '~/contract/list-query';
import type { OrderLine } from '~/contract/order-line';
import { continuedReference, type Continuation } from '~/domain/continued-reference';
import { copyLine } from '~/domain/line-copy';
import { isFromQuote } from '~/domain/quote-lock';
import { keepRejections, useEveryKeptRejection } from '~/features/order-lines/kept-rejections';
import { lineName } from '~/features/order-lines/LineName';
import { rejectionsOfCopy } from '~/features/order-lines/rejection-texts';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { DialogInput } from '~/ui/DialogInput';
import { cartName } from './cart-name';
import { CopyProgress } from './CopyProgress';
import styles from './CopyLinesDialog.module.css';
import { RemoveCopied } from './RemoveCopied';
import { useCopyLines } from './use-copy-lines';

interface CopyLinesDialogProps {
  readonly cart: Cart;
  /** What is copied at first; more of the cart's lines can be chosen when they are moved. */
  readonly lines: readonly OrderLine[];
  readonly choices?: readonly OrderLine[];
  readonly reason: Continuation;
  /** The reference that is proposed, where it is known which are taken. */
  readonly proposed?: string;
  readonly onClose: () => void;
}

/** A new cart with copies of lines: what it is called, which lines, how far it is, and what comes of it. */
export function CopyLinesDialog({
  cart,
  lines,
  choices = lines,
  reason,
  proposed = continuedReference(cart.external_id, reason),
  onClose,
}: CopyLinesDialogProps) {
  const messages = useAllMessages();
  const { copies, references } = useOrderMessages();
  const { common, cartFields } = messages;
  const [reference, setReference] = useState(proposed);
  const [project, setProject] = useState(cart.project_id);
  const [chosenIds, setChosenIds] = useState<readonly string[]>(() => lines.map(({ id }) => id));
  const [keepsQuotes, setKeepsQuotes] = useState(true);
  const copying = useCopyLines();
  const { state, start } = copying;
  const kept = useEveryKeptRejection();
  const chosen = choices.filter(({ id }) => chosenIds.includes(id));
  const quoted = chosen.filter(isFromQuote).length;
  const isRunning = state.phase === 'running';

  const lengthError = (value: string) =>
    value.trim().length > LONGEST_FILTER
      ? references.tooLong(LONGEST_FILTER, value.trim().length)
      : undefined;
  const isReady = chosen.length > 0 && !lengthError(reference) && !lengthError(project);

  const copy = () =>
    start({
      cart: { external_id: reference.trim(), project_id: project.trim() },
      lineIds: chosenIds,
      toValues: (line) =>
        copyLine(line, [
          'external_id',
          'scheduled_delivery_date',
          ...(keepsQuotes ? (['quote_item_id'] as const) : []),
        ]).values,
      onCreated: (copy, original) =>
        keepRejections(copy.id, rejectionsOfCopy(copy, original, kept[original.id] ?? {})),
    });

  return (
    <Dialog
      title={reason === 'rejected' ? copies.rejectedTitle : copies.moveTitle}
      onClose={() => !isRunning && onClose()}
    >
      <p>{copies.intro(chosen.length, cartName(cart, messages))}</p>
      {state.phase === 'choosing' && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) copy();
          }}
        >
          <DialogInput
            label={cartFields.external_id}
            description={copies.referenceHint}
            value={reference}
            error={lengthError(reference)}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <DialogInput
            label={cartFields.project_id}
            value={project}
            error={lengthError(project)}
            onChange={(event) => setProject(event.currentTarget.value)}
          />
          <fieldset className={styles['lines']}>
            <legend>{copies.choose}</legend>
            {choices.map((line) => (
              <label key={line.id}>
                <input
                  type="checkbox"
                  checked={chosenIds.includes(line.id)}
                  onChange={({ currentTarget }) =>
                    setChosenIds(
                      currentTarget.checked
                        ? [...chosenIds, line.id]
                        : chosenIds.filter((id) => id !== line.id),
                    )
                  }
                />
                {lineName(line, messages)}
              </label>
            ))}
          </fieldset>
          {quoted > 0 && (
            <label className={styles['choice']}>
              <input
                type="checkbox"
                checked={keepsQuotes}
                onChange={({ currentTarget }) => setKeepsQuotes(currentTarget.checked)}
              />
              {copies.quote(quoted)}
            </label>
          )}
          <p className={styles['note']}>{copies.notCopied}</p>
          <DialogActions>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button look="primary" type="submit" disabled={!isReady}>
              {copies.start}
            </Button>
          </DialogActions>
        </form>
      )}
      <CopyProgress copying={copying} lines={chosen} label={copies.choose} onGoOn={copy} onClose={onClose}>
        {reason === 'moved' && <RemoveCopied cartId={cart.id} lineIds={[...state.copies.keys()]} />}
      </CopyProgress>
    </Dialog>
  );
}

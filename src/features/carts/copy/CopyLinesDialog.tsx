import { useState } from 'react';
import type { Cart } from '~/contract/cart';
import { LONGEST_FILTER } from '~/contract/list-query';
import type { OrderLine } from '~/contract/order-line';
import { continuedReference, type Continuation } from '~/domain/carts/continued-reference';
import { copyLine } from '~/domain/lines/line-copy';
import { isFromQuote } from '~/domain/fields/quote-lock';
import { StartProgress } from '~/features/batches/StartProgress';
import { useStartBatch } from '~/features/batches/use-start-batch';
import { lineName } from '~/features/order-lines/display/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { cartName } from '~/features/carts/display/cart-name';
import styles from './CopyLinesDialog.module.css';

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
  const { copies } = messages;
  const { state, start } = useStartBatch();
  const [order, setOrder] = useState<CopyOrder>(() => ({
    reference: proposed,
    project: cart.project_id,
    lineIds: lines.map(({ id }) => id),
    keepsQuotes: true,
  }));
  const chosen = choices.filter(({ id }) => order.lineIds.includes(id));
  const copy = () =>
    start({
      kind: reason,
      cart: { external_id: order.reference.trim(), project_id: order.project.trim() },
      source: { cartId: cart.id, name: cartName(cart, messages) },
      lineIds: order.lineIds,
      toValues: (line) =>
        copyLine(line, [
          'external_id',
          'scheduled_delivery_date',
          ...(order.keepsQuotes ? (['quote_item_id'] as const) : []),
        ]).values,
    });

  return (
    <Dialog title={reason === 'rejected' ? copies.rejectedTitle : copies.moveTitle} onClose={onClose}>
      <p>{copies.intro(chosen.length, cartName(cart, messages))}</p>
      {state.phase === 'choosing' ? (
        <CopyLinesForm
          order={order}
          choices={choices}
          quotedCount={chosen.filter(isFromQuote).length}
          onChange={(changes) => setOrder({ ...order, ...changes })}
          onCopy={copy}
          onClose={onClose}
        />
      ) : (
        <StartProgress state={state} label={copies.choose} onRetry={copy} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** What is to be copied, and what the new cart is called. */
interface CopyOrder {
  readonly reference: string;
  readonly project: string;
  readonly lineIds: readonly string[];
  readonly keepsQuotes: boolean;
}

interface CopyLinesFormProps {
  readonly order: CopyOrder;
  readonly choices: readonly OrderLine[];
  /** How many of the chosen lines are from a quote. */
  readonly quotedCount: number;
  readonly onChange: (changes: Partial<CopyOrder>) => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

function CopyLinesForm({ order, choices, quotedCount, onChange, onCopy, onClose }: CopyLinesFormProps) {
  const messages = useAllMessages();
  const { copies, references, common, cartFields } = messages;
  const { reference, project, lineIds } = order;
  const lengthError = (value: string) =>
    value.trim().length > LONGEST_FILTER
      ? references.tooLong(LONGEST_FILTER, value.trim().length)
      : undefined;
  const isReady = lineIds.length > 0 && !lengthError(reference) && !lengthError(project);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onCopy();
      }}
    >
      <TextInput
        label={cartFields.external_id}
        description={copies.referenceHint}
        value={reference}
        error={lengthError(reference)}
        onChange={(event) => onChange({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={cartFields.project_id}
        value={project}
        error={lengthError(project)}
        onChange={(event) => onChange({ project: event.currentTarget.value })}
      />
      <fieldset className={styles['lines']}>
        <legend>{copies.choose}</legend>
        {choices.map((line) => (
          <Checkbox
            key={line.id}
            label={lineName(line, messages)}
            checked={lineIds.includes(line.id)}
            onChange={({ currentTarget: { checked } }) => {
              const others = lineIds.filter((id) => id !== line.id);
              onChange({ lineIds: checked ? [...others, line.id] : others });
            }}
          />
        ))}
      </fieldset>
      {quotedCount > 0 && (
        <Checkbox
          label={copies.quote(quotedCount)}
          checked={order.keepsQuotes}
          onChange={({ currentTarget }) => onChange({ keepsQuotes: currentTarget.checked })}
        />
      )}
      <p className={styles['note']}>{copies.notCopied}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button variant="filled" type="submit" disabled={!isReady}>
          {copies.start}
        </Button>
      </DialogActions>
    </form>
  );
}

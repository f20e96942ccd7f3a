import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Cart } from '~/contract/cart';
import { isFromQuote, QUOTE_LOCKED_FIELDS } from '~/domain/fields/quote-lock';
import { useBatches } from '~/features/batches/batch-store';
import { rowsToCreate, type CheckEntry } from '~/features/import/rows/check-entries';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { Panel } from '~/ui/panel/Panel';
import styles from './RowsStep.module.css';

interface CreateLinesProps {
  readonly cart: Cart;
  readonly cartName: string;
  /** The name of the file. */
  readonly sourceName: string;
  readonly entries: readonly CheckEntry[];
}

/** What will be created and what stays out, and the button that starts the batch. Nothing was sent before. */
export function CreateLines({ cart, cartName, sourceName, entries }: CreateLinesProps) {
  const { importing } = useAllMessages();
  const rows = rowsToCreate(entries);
  const { phase, create } = useCreateLines(cart, sourceName);
  return (
    <Panel title={importing.createTitle}>
      <div className={styles['sheet']}>
        <CreationSummary {...{ entries, rows, cartName }} />
        {phase === 'not-stored' && (
          <Notice tone="bad" announce="alert">
            <p>{importing.notStored}</p>
          </Notice>
        )}
        <Button
          variant="filled"
          className={styles['create']}
          disabled={rows.length === 0}
          aria-disabled={phase === 'starting'}
          onClick={() => {
            if (phase !== 'starting') void create(rows);
          }}
        >
          {importing.create}
        </Button>
      </div>
    </Panel>
  );
}

interface CreationSummaryProps {
  readonly entries: readonly CheckEntry[];
  readonly rows: readonly CheckEntry[];
  readonly cartName: string;
}

function CreationSummary({ entries, rows, cartName }: CreationSummaryProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { list } = useFormats();
  const countOf = (state: CheckEntry['state']) => entries.filter((entry) => entry.state === state).length;
  const quoted = rows.filter(({ checked }) => isFromQuote(checked.values)).length;
  const [incomplete, blocked, leftOut] = [countOf('incomplete'), countOf('blocked'), countOf('left-out')];
  return (
    <div role="status">
      <p>{rows.length === 0 ? importing.nothing : importing.willCreate(rows.length, cartName)}</p>
      {incomplete > 0 && <p>{importing.incompleteToo(incomplete)}</p>}
      {blocked > 0 && <p>{importing.blockedStay(blocked)}</p>}
      {leftOut > 0 && <p>{importing.leftOutStay(leftOut)}</p>}
      {quoted > 0 && (
        <p>
          {importing.fromQuote(quoted, list(QUOTE_LOCKED_FIELDS.map((field) => fieldLabel(field, messages))))}
        </p>
      )}
    </div>
  );
}

/** Stores the batch, starts it and opens its page. */
function useCreateLines(cart: Cart, sourceName: string) {
  const batches = useBatches();
  const navigate = useNavigate();
  const [phase, setPhase] = useState<'ready' | 'starting' | 'not-stored'>('ready');
  const create = async (rows: readonly CheckEntry[]): Promise<void> => {
    setPhase('starting');
    try {
      const batchId = await batches.begin({
        kind: 'import',
        cartId: cart.id,
        cart: { external_id: cart.external_id, project_id: cart.project_id },
        source: { cartId: '', name: sourceName },
        rows: rows.map(({ checked }) => ({ values: checked.values, copied: null, rejections: {} })),
      });
      await navigate({ to: '/batches/$batchId', params: { batchId }, ignoreBlocker: true });
    } catch {
      setPhase('not-stored');
    }
  };
  return { phase, create };
}

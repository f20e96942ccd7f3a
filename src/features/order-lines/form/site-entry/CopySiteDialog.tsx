import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { cartQueries } from '~/api/read/carts';
import { readableLines } from '~/contract/cart';
import { CONTACT_FIELDS } from '~/contract/contact';
import type { OrderLine } from '~/contract/order-line';
import { siteSummary } from '~/domain/lines/site-summary';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';
import styles from './CopySiteDialog.module.css';
import { useSavedLine } from '~/features/order-lines/edit-state/use-line-editor';
import { lineName } from '~/features/order-lines/display/LineName';
import { siteFieldName, useFillFields } from '~/features/order-lines/edit-state/use-fill-fields';

/** The sites of the cart's other lines, the last one entered first; one click fills site and contacts with one of them. */
export function CopySiteDialog({ onClose }: { readonly onClose: () => void }) {
  const messages = useAllMessages();
  const { common } = messages;
  const { siteFilling } = messages;
  const saved = useSavedLine();
  const params = useParams({ strict: false });
  const cartId = saved?.product_order_id ?? params.cartId ?? '';
  const { data: reading, error, refetch } = useQuery(cartQueries.detail(cartId));
  const fillFields = useFillFields();
  const [taken, setTaken] = useState<{ readonly name: string; readonly undo: () => void } | null>(null);

  const lines = (reading ? readableLines(reading.cart) : [])
    .filter((line) => line.id !== saved?.id && line.related_contact_information.length > 0)
    .toReversed();
  const take = (line: OrderLine) => {
    const [site] = line.related_contact_information;
    if (!site) return;
    const undo = fillFields(CONTACT_FIELDS.map((field) => [siteFieldName(0, field), site[field]] as const));
    setTaken({ name: lineName(line, messages), undo });
  };

  return (
    <Dialog title={siteFilling.copySiteTitle} onClose={onClose}>
      {error && !reading && <FailureNotice error={error} of="read" onRetry={() => void refetch()} />}
      {!reading && !error && <Loading />}
      {taken ? (
        <p role="status">{siteFilling.siteCopied(taken.name)}</p>
      ) : (
        reading && (
          <>
            <p>{lines.length === 0 ? siteFilling.noOtherSite : siteFilling.copySiteText}</p>
            <ul className={styles['sites']}>
              {lines.map((line) => (
                <li key={line.id}>
                  <button type="button" onClick={() => take(line)}>
                    <strong>{lineName(line, messages)}</strong>
                    {siteSummary(line).map((part) => (
                      <span key={part}>{shownText(part)}</span>
                    ))}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )
      )}
      <DialogActions>
        {taken && (
          <Button
            onClick={() => {
              taken.undo();
              setTaken(null);
            }}
          >
            {messages.filling.undo}
          </Button>
        )}
        <Button variant={taken ? 'filled' : 'default'} onClick={onClose}>
          {taken ? common.close : common.cancel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useState } from 'react';
import { useOpenConfirmation } from '~/api/write/carts/open-confirmation';
import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { DeleteLineDialog } from './DeleteLineDialog';

interface DeleteLineButtonProps {
  readonly line: OrderLine;
  readonly onDeleted: () => void;
}

/** Deletes a draft line after a question. Nothing while a confirmation of its cart is open. */
export function DeleteLineButton({ line, onDeleted }: DeleteLineButtonProps) {
  const { linePage } = useEditorMessages();
  const [isAsking, setIsAsking] = useState(false);
  const isLocked = useOpenConfirmation(line.product_order_id) !== null;
  if (isLocked) return null;
  return (
    <>
      <Button variant="outline" color="bad" onClick={() => setIsAsking(true)}>
        {linePage.remove}
      </Button>
      {isAsking && <DeleteLineDialog line={line} onClose={() => setIsAsking(false)} onDeleted={onDeleted} />}
    </>
  );
}

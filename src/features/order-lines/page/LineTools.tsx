import { Suspense, useState } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LazyDeleteLineButton, LazyDuplicateLineDialog, LazyLineAtAGlance } from './lazy';

interface LineToolsProps {
  readonly line: OrderLine;
  readonly onDeleted: () => void;
}

/** What can be done with a line: begin another one like it; a draft is also read at a glance, and deleted. */
export function LineTools({ line, onDeleted }: LineToolsProps) {
  const { linePage } = useEditorMessages();
  const [open, setOpen] = useState<'at-a-glance' | 'duplicate' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {isDraft(line) && <Button onClick={() => setOpen('at-a-glance')}>{linePage.atAGlance}</Button>}
      <Button onClick={() => setOpen('duplicate')}>{linePage.duplicate}</Button>
      <Suspense>
        {open === 'at-a-glance' && <LazyLineAtAGlance line={line} onClose={close} />}
        {open === 'duplicate' && <LazyDuplicateLineDialog line={line} onClose={close} />}
      </Suspense>
      {isDraft(line) && (
        <Suspense
          fallback={
            <Button variant="outline" color="bad" disabled>
              {linePage.remove}
            </Button>
          }
        >
          <LazyDeleteLineButton line={line} onDeleted={onDeleted} />
        </Suspense>
      )}
    </>
  );
}

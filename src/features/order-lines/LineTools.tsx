import { Suspense, useState } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DuplicateLineDialog, LineAtAGlance } from './later-screens';

/** What can be done with any line: read it at a glance, begin another one like it. */
export function LineTools({ line }: { readonly line: OrderLine }) {
  const { linePage } = useAllMessages();
  const [open, setOpen] = useState<typeof LineAtAGlance | typeof DuplicateLineDialog | null>(null);
  const Opened = open;
  return (
    <>
      <Button onClick={() => setOpen(LineAtAGlance)}>{linePage.atAGlance}</Button>
      <Button onClick={() => setOpen(DuplicateLineDialog)}>{linePage.duplicate}</Button>
      <Suspense>{Opened && <Opened line={line} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}

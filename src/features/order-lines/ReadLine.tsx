import { Suspense, useState } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { LineAtAGlance } from './later-screens';

/** The button that shows the whole line at a glance. */
export function ReadLine({ line }: { readonly line: OrderLine }) {
  const { linePage } = useAllMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{linePage.atAGlance}</Button>
      <Suspense>{isOpen && <LineAtAGlance line={line} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}

import { Suspense, useState } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DuplicateLineDialog } from './later-screens';

/** The button that begins another line like this one. */
export function DuplicateLine({ line }: { readonly line: OrderLine }) {
  const { linePage } = useAllMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{linePage.duplicate}</Button>
      <Suspense>
        {isAsking && <DuplicateLineDialog line={line} onClose={() => setIsAsking(false)} />}
      </Suspense>
    </>
  );
}

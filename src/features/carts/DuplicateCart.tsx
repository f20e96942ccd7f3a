import { lazy, Suspense, useState } from 'react';
import type { Cart } from '~/contract/cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';

const DuplicateCartDialog = lazy(() =>
  import('./DuplicateCartDialog').then((file) => ({ default: file.DuplicateCartDialog })),
);

/** The button that makes another cart like this one. */
export function DuplicateCart({ cart }: { readonly cart: Cart }) {
  const { cartPage } = useAllMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{cartPage.duplicate}</Button>
      <Suspense>
        {isAsking && <DuplicateCartDialog cart={cart} onClose={() => setIsAsking(false)} />}
      </Suspense>
    </>
  );
}

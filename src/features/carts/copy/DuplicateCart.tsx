import { Suspense, useState } from 'react';
import type { Cart } from '~/contract/cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LazyDuplicateCartDialog } from './lazy';

/** The button that makes another cart like this one. */
export function DuplicateCart({ cart }: { readonly cart: Cart }) {
  const { cartPage } = useAllMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{cartPage.duplicate}</Button>
      <Suspense>
        {isAsking && <LazyDuplicateCartDialog cart={cart} onClose={() => setIsAsking(false)} />}
      </Suspense>
    </>
  );
}

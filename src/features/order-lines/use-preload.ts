import { useRouter } from '@tanstack/react-router';

/** Makes ready where a row's link leads, its code and its data, as soon as somebody points at it. */
export function usePreload(): (address: string) => void {
  const router = useRouter();
  return (address) => {
    const [, list, id] = address.split('/').map(decodeURIComponent);
    if (!id) return;
    if (list === 'lines') void router.preloadRoute({ to: '/lines/$lineId', params: { lineId: id } });
    if (list === 'carts') void router.preloadRoute({ to: '/carts/$cartId', params: { cartId: id } });
  };
}

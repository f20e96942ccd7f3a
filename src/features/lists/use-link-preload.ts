import { useRouter } from '@tanstack/react-router';

/** Preloads the code and data of a row's link on hover. */
export function useLinkPreload(): (href: string) => void {
  const router = useRouter();
  return (href) => {
    const [, list, id] = href.split('/').map(decodeURIComponent);
    if (!id) return;
    if (list === 'lines') void router.preloadRoute({ to: '/lines/$lineId', params: { lineId: id } });
    if (list === 'carts') void router.preloadRoute({ to: '/carts/$cartId', params: { cartId: id } });
  };
}

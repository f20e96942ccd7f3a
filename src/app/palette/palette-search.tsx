import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { cartQueries } from '~/api/read/carts';
import { lineQueries } from '~/api/read/order-lines';
import { cartName } from '~/features/carts/display/cart-name';
import { CartStateBadge } from '~/features/carts/display/CartStateBadge';
import { lineName, LineReferenceText } from '~/features/order-lines/display/LineName';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { useAllMessages } from '~/i18n/I18nProvider';
import { toIdentifier, toSearch, type PaletteEntry } from './palette-entries';

/** In milliseconds: how long typing has to rest before the API is asked. */
const PAUSE = 200;
/** Rows shown of each list. */
const SHOWN = 5;

interface PaletteSearch {
  readonly entries: readonly PaletteEntry[];
  readonly isSearching: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * The lines and carts that a typed text leads to: an identifier to either at once; anything longer than a syllable to
 * the first lines that the API's search finds, and to the first carts of this reference. The rows are those of the
 * present text only, for Enter takes the first one.
 */
export function usePaletteSearch(text: string): PaletteSearch {
  const messages = useAllMessages();
  const navigate = useNavigate();
  const search = toSearch(text);
  const [rested] = useDebouncedValue(search, PAUSE);
  const paged = { page: 1, pageSize: SHOWN };
  const lines = useQuery({
    ...lineQueries.list({ filters: {}, search: rested, ...paged }),
    enabled: rested !== '',
  });
  const carts = useQuery({
    ...cartQueries.list({ filters: { external_id: rested }, ...paged }),
    enabled: rested !== '',
  });

  const toLine = (lineId: string) => void navigate({ to: '/lines/$lineId', params: { lineId } });
  const toCart = (cartId: string) => void navigate({ to: '/carts/$cartId', params: { cartId } });
  const { shell, palette } = messages;

  const id = toIdentifier(text);
  if (id !== null) {
    return {
      ...NOTHING,
      entries: [
        { id: `line-${id}`, group: shell.orderLines, label: palette.openLine, run: () => toLine(id) },
        { id: `cart-${id}`, group: shell.carts, label: palette.openCart, run: () => toCart(id) },
      ],
    };
  }
  if (search === '') return NOTHING;
  if (search !== rested) return { ...NOTHING, isSearching: true };

  return {
    entries: [
      ...rowsOf(lines).map((line) => ({
        id: `line-${line.id}`,
        group: shell.orderLines,
        label: lineName(line, messages),
        note: (
          <>
            <LineReferenceText line={line} /> <LineStateBadge line={line} />
          </>
        ),
        run: () => toLine(line.id),
      })),
      ...rowsOf(carts).map((cart) => ({
        id: `cart-${cart.id}`,
        group: shell.carts,
        label: cartName(cart, messages),
        note: <CartStateBadge state={cart.state} />,
        run: () => toCart(cart.id),
      })),
    ],
    isSearching: [lines, carts].some((list) => list.isPending || list.isPlaceholderData),
    error: lines.error ?? carts.error,
    retry: () => {
      for (const list of [lines, carts]) if (list.error) void list.refetch();
    },
  };
}

const NOTHING: PaletteSearch = { entries: [], isSearching: false, error: null, retry: () => undefined };

interface ListReading<T> {
  readonly data:
    | { readonly rows: readonly ({ readonly ok: true; readonly value: T } | { readonly ok: false })[] }
    | undefined;
  readonly isPlaceholderData: boolean;
}

/** The rows that could be read; none while those of an earlier text stand in. */
function rowsOf<T>({ data, isPlaceholderData }: ListReading<T>): readonly T[] {
  if (!data || isPlaceholderData) return [];
  return data.rows.flatMap((row) => (row.ok ? [row.value] : [])).slice(0, SHOWN);
}

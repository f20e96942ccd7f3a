import { Outlet, useLocation, useMatch, useRouter } from '@tanstack/react-router';
import {
  Activity,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type RefObject,
} from 'react';

type Address = Readonly<Record<string, string>>;

interface KeptListProps {
  /** The route whose address says what is listed. */
  readonly route: '/lines/' | '/carts/';
  readonly list: ComponentType<{ readonly address: Address }>;
}

/**
 * A list, and what is opened from it in its place. Behind an open line or cart the list stays as it is, only hidden, so
 * that coming back is one step: rows, selection and scroll are where they were, and the row that one comes from has the
 * focus.
 */
export function KeptList({ route, list: List }: KeptListProps) {
  const address = useMatch({ from: route, shouldThrow: false, select: ({ search }): Address => search });
  const [kept, setKept] = useState(address);
  // The same address said anew is no reason to draw fifty rows.
  if (address && !isSame(address, kept)) setKept(address);
  // The same element is not drawn again when it is only hidden or shown.
  const body = useMemo(() => kept && <List address={kept} />, [List, kept]);
  const isShown = address !== undefined;
  // Its effects end once what is opened from it stands, which need not wait for that.
  const isLive = useDeferredValue(isShown) || isShown;
  const frame = useRef<HTMLDivElement>(null);
  useStayLaidOut(frame, isLive);
  useReturn(frame, route, isShown);
  return (
    <>
      {body && (
        <div ref={frame} style={isShown ? undefined : SKIPPED}>
          <Activity mode={isLive ? 'visible' : 'hidden'}>
            <div>{body}</div>
          </Activity>
        </div>
      )}
      <Outlet />
    </>
  );
}

function isSame(a: Address, b: Address | undefined): boolean {
  const names = Object.keys(a);
  return (
    b !== undefined && names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
  );
}

/** Not drawn, not heard, not in reach of the keyboard, and yet laid out as it was. */
const SKIPPED = { contentVisibility: 'hidden' } as const;

/**
 * React hides by taking the list out of the layout, and laying fifty rows out again is most of what coming back costs. Where the
 * browser can skip them instead, they stay laid out.
 */
function useStayLaidOut(frame: RefObject<HTMLElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const list = frame.current?.firstElementChild;
    if (isShown || !(list instanceof HTMLElement)) return;
    if (CSS.supports('content-visibility', 'hidden')) list.style.removeProperty('display');
  }, [frame, isShown]);
}

/** Puts scroll and focus back where they were when the list is shown again. */
function useReturn(frame: RefObject<HTMLElement | null>, route: string, isShown: boolean): void {
  const { subscribe } = useRouter();
  const { pathname } = useLocation();
  const scroll = useRef(0);
  const opened = useRef('');

  useEffect(() => {
    if (pathname.startsWith(route)) opened.current = pathname;
  }, [route, pathname]);
  useEffect(
    () =>
      isShown
        ? subscribe('onBeforeNavigate', ({ pathChanged }) => {
            if (pathChanged) scroll.current = scrollY;
          })
        : undefined,
    [isShown, subscribe],
  );
  useLayoutEffect(() => {
    if (!isShown || opened.current === '') return;
    scrollTo(0, scroll.current);
    const links = [...(frame.current?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])];
    const link = links.find(({ pathname }) => isWithin(opened.current, pathname));
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  }, [frame, isShown]);
}

/** Whether an address is that of a row's page, or of a page that belongs to it. */
function isWithin(opened: string, page: string): boolean {
  return opened === page || opened.startsWith(`${page}/`);
}

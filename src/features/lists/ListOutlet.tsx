import { deepEqual, Outlet, useLocation, useMatch, useRouter } from '@tanstack/react-router';
import {
  Activity,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
  type ComponentType,
} from 'react';

type Search = Readonly<Record<string, string>>;

interface ListOutletProps {
  /** The list's route. */
  readonly route: '/lines/' | '/carts/';
  readonly list: ComponentType<{ readonly search: Search }>;
}

/**
 * A list, and what is opened from it in its place. Behind an open line or cart the list stays as it is, only hidden, so
 * that coming back is one step: rows, selection and scroll are where they were, and the row that one comes from has the
 * focus.
 */
export function ListOutlet({ route, list: List }: ListOutletProps) {
  const search = useMatch({ from: route, shouldThrow: false, select: ({ search }): Search => search });
  const [lastSearch, setLastSearch] = useState(search);
  // Equal search params do not draw fifty rows again.
  if (search && !deepEqual(search, lastSearch)) setLastSearch(search);
  // The same element is not drawn again when it is only hidden or shown.
  const body = useMemo(() => lastSearch && <List search={lastSearch} />, [List, lastSearch]);
  const isShown = search !== undefined;
  // Its effects end once what is opened from it stands, which need not wait for that.
  const isLive = useDeferredValue(isShown) || isShown;
  const frame = useReturn(route, isShown, isLive);
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

/** Not drawn, not heard, not in reach of the keyboard, and yet laid out as it was. */
const SKIPPED = { contentVisibility: 'hidden' } as const;

/**
 * React hides by taking the list out of the layout, and laying fifty rows out again is most of what coming back costs. Where the
 * browser can skip them instead, they stay laid out.
 */
function stayLaidOut(frame: HTMLElement): void {
  const list = frame.firstElementChild;
  if (list instanceof HTMLElement && CSS.supports('content-visibility', 'hidden'))
    list.style.removeProperty('display');
}

/** A ref for the frame of the list: puts scroll and focus back where they were when the list is shown again. */
function useReturn(route: string, isShown: boolean, isLive: boolean) {
  const { subscribe } = useRouter();
  const { pathname } = useLocation();
  const scroll = useRef(0);
  const [opened, setOpened] = useState('');
  // While the list is shown, the page of this path is still on its way.
  if (!isShown && pathname.startsWith(route) && pathname !== opened) setOpened(pathname);
  return useCallback(
    (frame: HTMLElement | null) => {
      if (!frame) return undefined;
      if (!isShown) {
        if (!isLive) stayLaidOut(frame);
        return undefined;
      }
      if (opened !== '') returnTo(frame, opened, scroll.current);
      return subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (pathChanged) scroll.current = scrollY;
      });
    },
    [isShown, isLive, opened, subscribe],
  );
}

function returnTo(frame: HTMLElement, opened: string, scroll: number): void {
  scrollTo(0, scroll);
  const links = [...frame.querySelectorAll<HTMLAnchorElement>('tbody th a')];
  const link = links.find(({ pathname }) => isWithin(opened, pathname));
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
}

/** Whether a path is that of a row's page, or of a page that belongs to it. */
function isWithin(opened: string, page: string): boolean {
  return opened === page || opened.startsWith(`${page}/`);
}

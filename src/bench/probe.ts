/*
 * Runs inside the measured page, before anything of it. It watches for the moment at which what is expected stands in
 * the document and is laid out, and never polls: it looks when the document changes.
 */

/** A page of the list, told by the references of its outermost rows; or an editor filled with a line. */
export type Expected =
  | { readonly kind: 'rows'; readonly first: string; readonly last: string; readonly count: number }
  | { readonly kind: 'editor'; readonly fields: number; readonly value: string };

/** In milliseconds since the start of the navigation, as performance.now() counts. */
export interface Moments {
  /** When the last key or click was made. */
  readonly inputAt: number;
  readonly readyAt: number;
}

interface Probe {
  /** Expects something else from now on. */
  expect(expected: Expected): void;
  /** Resolves when what is expected stands. */
  ready(): Promise<Moments>;
  /** Expects something, steps back in the history and counts from there. */
  back(expected: Expected): void;
  /** When the last key or click was made. */
  lastInput(): number;
  /** From each key to the painted frame after it, since the start. */
  readonly keys: readonly number[];
  /** The longest interaction so far, as the browser's Event Timing tells it. */
  slowest(): number;
  layoutShift(): number;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** Must not use anything outside of itself: it is sent to the page as text. */
export function installProbe(expectedAtStart: Expected): void {
  let expected = expectedAtStart;
  let inputAt = 0;
  let moments: Moments | null = null;
  let tell: (moments: Moments) => void = () => undefined;
  let slowest = 0;
  let layoutShift = 0;
  const keys: number[] = [];

  const isThere = (): boolean => {
    if (expected.kind === 'editor') {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')];
      const visible = fields.filter((field) => field.checkVisibility());
      const { value } = expected;
      return visible.length >= expected.fields && visible.some((field) => field.value === value);
    }
    const rows = document.querySelectorAll('tbody tr');
    const first = rows[0];
    const last = rows[rows.length - 1];
    return (
      rows.length === expected.count &&
      (first?.textContent.includes(expected.first) ?? false) &&
      (last?.textContent.includes(expected.last) ?? false) &&
      (first?.checkVisibility() ?? false)
    );
  };
  const look = (): void => {
    if (moments || !isThere()) return;
    // Being there counts when it is laid out, not when it is laid out at leisure.
    document.body.getBoundingClientRect();
    moments = { inputAt, readyAt: performance.now() };
    tell(moments);
  };
  const expectNext = (next: Expected): void => {
    expected = next;
    moments = null;
  };

  performance.setResourceTimingBufferSize(5000);
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'style', 'class'],
  });
  for (const type of ['keydown', 'click']) {
    addEventListener(type, (event) => (inputAt = event.timeStamp), { capture: true });
  }
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          keys.push(performance.now() - timeStamp);
          port1.close();
        });
        port1.start();
        port2.postMessage(null);
      }),
    { capture: true },
  );
  const watch = (type: string, note: (entry: PerformanceEntry) => void): void => {
    const options = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(options);
  };
  watch('event', (entry) => {
    if ('interactionId' in entry && entry.interactionId) slowest = Math.max(slowest, entry.duration);
  });
  watch('layout-shift', (entry) => {
    if (
      'value' in entry &&
      typeof entry.value === 'number' &&
      !('hadRecentInput' in entry && entry.hadRecentInput)
    )
      layoutShift += entry.value;
  });

  window.bench = {
    expect: expectNext,
    ready: () => new Promise((resolve) => (moments ? resolve(moments) : (tell = resolve))),
    back: (next) => {
      expectNext(next);
      inputAt = performance.now();
      history.back();
    },
    lastInput: () => inputAt,
    keys,
    slowest: () => slowest,
    layoutShift: () => layoutShift,
  };
}

import { Component, lazy, type ComponentType, type ReactNode } from 'react';

let isMissing = false;
const listeners = new Set<() => void>();

/** Whether a part of this page could not be loaded or drawn: a blocker, no network, or a fault of its own. */
export const missingParts = {
  areThere: (): boolean => isMissing,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Draws nothing instead of a part that fails: the rest of the page goes on. */
class PartBoundary extends Component<{ readonly children: ReactNode }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override componentDidCatch() {
    isMissing = true;
    for (const listener of listeners) listener();
  }

  override render() {
    return !this.state.hasFailed && this.props.children;
  }
}

/** The component `name` of a module that is loaded when it is first drawn. `missingParts` tells when that fails. */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, (props: Props) => ReactNode>>>,
  name: Name,
): (props: Props) => ReactNode {
  const Part = lazy<ComponentType<Props>>(() => load().then((module) => ({ default: module[name] })));
  return (props) => (
    <PartBoundary>
      <Part {...props} />
    </PartBoundary>
  );
}

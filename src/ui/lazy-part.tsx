import { Observable } from '~/browser-storage/observable';
import { Component, lazy, type ComponentType, type ReactNode } from 'react';

/** Whether a part of this page could not be loaded or drawn: a blocker, no network, or a fault of its own. */
export const arePartsMissing = new Observable(false);

/** Draws nothing instead of a part that fails: the rest of the page goes on. */
class PartBoundary extends Component<{ readonly children: ReactNode }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override componentDidCatch() {
    arePartsMissing.set(true);
  }

  override render() {
    return !this.state.hasFailed && this.props.children;
  }
}

/** The component `name` of a module that is loaded when it is first drawn. `arePartsMissing` tells when that fails. */
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

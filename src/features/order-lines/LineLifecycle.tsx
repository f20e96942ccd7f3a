import type { OrderLine } from '~/contract/order-line';
import { isKnownLineState } from '~/contract/states';
import { CANCELLED, lineLifecycle, STAYS_IN_PROGRESS } from '~/domain/lifecycle-way';
import { useMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { LifecycleDiagram } from '~/ui/LifecycleDiagram';

/** "Lifecycle of an order line", with the way that this line has taken. */
export function LineLifecycle({ line }: { readonly line: OrderLine }) {
  const { lineStates, cancelled } = useMessages();
  const { lifecycle } = useOrderMessages();
  const nameOf = (state: string): string => {
    if (state === STAYS_IN_PROGRESS) return lifecycle.staysInProgress;
    if (state === CANCELLED) return cancelled;
    return isKnownLineState(state) ? lineStates[state] : state;
  };
  return (
    <LifecycleDiagram
      label={lifecycle.line}
      words={lifecycle}
      stages={lineLifecycle(line).map((stage) =>
        stage.map(({ state, mark }) => ({ key: state, label: nameOf(state), mark })),
      )}
    />
  );
}

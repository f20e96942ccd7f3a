import type { OrderLine } from '~/contract/order-line';
import { isKnownLineState } from '~/contract/states';
import { CANCELLED, lineLifecycle, STAYS_IN_PROGRESS } from '~/domain/lifecycles/lifecycle-steps';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { LifecycleDiagram } from '~/ui/facts/LifecycleDiagram';

/** "Lifecycle of an order line", with the way that this line has taken. */
export function LineLifecycle({ line }: { readonly line: OrderLine }) {
  const { lineStates, cancelled, lifecycle } = useEditorMessages();
  const nameOf = (state: string): string => {
    if (state === STAYS_IN_PROGRESS) return lifecycle.staysInProgress;
    if (state === CANCELLED) return cancelled;
    return isKnownLineState(state) ? lineStates[state] : shownText(state);
  };
  return (
    <LifecycleDiagram
      label={lifecycle.line}
      labels={lifecycle}
      stages={lineLifecycle(line).map((stage) =>
        stage.map(({ state, mark }) => ({ key: state, label: nameOf(state), mark })),
      )}
    />
  );
}

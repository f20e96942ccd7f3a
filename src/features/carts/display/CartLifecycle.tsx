import { isKnownCartState, type CartState } from '~/contract/states';
import { cartLifecycle } from '~/domain/lifecycles/lifecycle-steps';
import { useAllMessages, useMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { LifecycleDiagram } from '~/ui/facts/LifecycleDiagram';

/** "Lifecycle of an order session", with the state that this cart is in. */
export function CartLifecycle({ state }: { readonly state: CartState }) {
  const { cartStates } = useMessages();
  const { lifecycle } = useAllMessages();
  return (
    <LifecycleDiagram
      label={lifecycle.cart}
      labels={lifecycle}
      stages={cartLifecycle(state).map((stage) =>
        stage.map(({ state, mark }) => ({
          key: state,
          label: isKnownCartState(state) ? cartStates[state] : shownText(state),
          mark,
        })),
      )}
    />
  );
}

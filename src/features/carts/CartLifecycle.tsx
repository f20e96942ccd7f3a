import { isKnownCartState, type CartState } from '~/contract/states';
import { cartLifecycle } from '~/domain/lifecycle-way';
import { useMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { LifecycleDiagram } from '~/ui/LifecycleDiagram';

/** "Lifecycle of an order session", with the state that this cart is in. */
export function CartLifecycle({ state }: { readonly state: CartState }) {
  const { cartStates } = useMessages();
  const { lifecycle } = useOrderMessages();
  return (
    <LifecycleDiagram
      label={lifecycle.cart}
      words={lifecycle}
      stages={cartLifecycle(state).map((stage) =>
        stage.map(({ state, mark }) => ({
          key: state,
          label: isKnownCartState(state) ? cartStates[state] : state,
          mark,
        })),
      )}
    />
  );
}

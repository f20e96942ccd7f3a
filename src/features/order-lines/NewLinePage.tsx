import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isApiError } from '~/api/api-error';
import { useCreateLine } from '~/api/order-line-writes';
import { emptyLineValues, type LineValues } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/FailureNotice';
import { Page } from '~/ui/Page';
import { LineForm, type FormOutcome } from './LineForm';

const route = getRouteApi('/carts/$cartId/lines/new');

/** A new line of a cart: the line's form, empty. */
export function NewLinePage() {
  const { cartId } = route.useParams();
  const { linePage } = useAllMessages();
  const navigate = useNavigate();
  const creation = useCreateLine(cartId);
  const [initial] = useState(emptyLineValues);

  const save = async (values: LineValues): Promise<FormOutcome> => {
    try {
      const { line } = await creation.mutateAsync(values);
      await navigate({
        to: '/lines/$lineId',
        params: { lineId: line.id },
        replace: true,
        ignoreBlocker: true,
      });
      return { kind: 'not-saved' };
    } catch (error) {
      if (!isApiError(error)) throw error;
      return error.fields.length > 0 ? { kind: 'refused', fields: error.fields } : { kind: 'not-saved' };
    }
  };

  return (
    <Page
      title={linePage.newTitle}
      subtitle={
        <>
          {linePage.newIntro}{' '}
          <Link to="/carts/$cartId" params={{ cartId }}>
            {linePage.toCart}
          </Link>
        </>
      }
    >
      <LineForm
        saved={null}
        initial={initial}
        onSave={save}
        isSaving={creation.isPending}
        notices={() =>
          creation.error && <FailureNotice error={creation.error} of="write" title={linePage.summaryTitle} />
        }
      />
    </Page>
  );
}

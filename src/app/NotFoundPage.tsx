import { useMessages } from '~/i18n/I18nProvider';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';

export function NotFoundPage() {
  const { shell } = useMessages();
  return (
    <Page title={shell.notFoundTitle} subtitle={shell.notFoundText}>
      <div>
        <LinkButton to="/lines">{shell.toLines}</LinkButton>
      </div>
    </Page>
  );
}

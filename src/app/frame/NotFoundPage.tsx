import { useAllMessages } from '~/i18n/I18nProvider';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';

/** For a URL that the app does not know. */
export function NotFoundPage() {
  const { notFound, shell } = useAllMessages();
  return (
    <Page title={notFound.title} subtitle={notFound.text}>
      <div>
        <LinkButton to="/lines">{shell.toLines}</LinkButton>
      </div>
    </Page>
  );
}

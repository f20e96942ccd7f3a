import { signInMessages as english, type SignInMessages } from '~/i18n/en-sign-in';
import { signInMessages as french } from '~/i18n/fr-sign-in';
import { useI18n } from '~/i18n/I18nProvider';

/** What is said about signing in; both languages come with its screens, for they are small. */
export function useSignInMessages(): SignInMessages {
  return useI18n().language === 'fr' ? french : english;
}

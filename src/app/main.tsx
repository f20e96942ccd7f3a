import '~/ui/mantine.css';
import '~/ui/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { setSessionRecovery } from '~/api/transport/fetch-client';
import { createQueryClient } from '~/api/transport/query-client';
import { I18nProvider, markDocument } from '~/i18n/I18nProvider';
import { preferredLanguage } from '~/i18n/language';
import { loadMessages } from '~/i18n/messages';
import { applyColorScheme } from '~/ui/browser/color-scheme';
import { printWholeValues } from '~/ui/browser/print-whole-values';
import { ThemeProvider } from '~/ui/ThemeProvider';
import { surviveForeignNodes } from './foreign-nodes';
import { refuseFiles } from './refuse-files';
import { createAppRouter } from './router';

// The content policy forbids code made at run time; zod would try whether it can.
z.config({ jitless: true });
applyColorScheme();
surviveForeignNodes();
refuseFiles();
printWholeValues();
// Few visits meet the end of a session: its code is loaded when one does.
setSessionRecovery(async (...call) => {
  const { mayRetryCall } = await import('~/api/session/session-recovery');
  return mayRetryCall(...call);
});

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

async function start(root: HTMLElement): Promise<void> {
  const language = preferredLanguage();
  // The first page's data and code are asked for while the language is on its way.
  void router.load();
  markDocument(language);
  const messages = await loadMessages(language);
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <I18nProvider initial={{ language, messages }}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);

import '~/ui/theme.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { createQueryClient } from '~/api/query-client';
import { I18nProvider } from '~/i18n/I18nProvider';
import { loadMessages, preferredLanguage } from '~/i18n/language';
import { applyStoredColorScheme } from '~/ui/color-scheme';
import { createAppRouter } from './router';

// The content policy forbids code made at run time; zod would try whether it can.
z.config({ jitless: true });
applyStoredColorScheme();

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

async function start(root: HTMLElement): Promise<void> {
  const language = preferredLanguage();
  // The first page's data and code are asked for while the language is on its way.
  void router.load();
  const messages = await loadMessages(language);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider initial={{ language, messages }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);

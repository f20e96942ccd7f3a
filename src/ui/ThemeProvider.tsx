import { MantineContext, MantineThemeContext } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { THEME } from './theme';

const SETTINGS: ComponentProps<typeof MantineContext>['value'] = {
  colorScheme: 'auto',
  setColorScheme: () => undefined,
  clearColorScheme: () => undefined,
  getRootElement: () => document.documentElement,
  classNamesPrefix: 'mantine',
  cssVariablesSelector: ':root',
  withStaticClasses: false,
};

/**
 * Gives Mantine's components the theme. Mantine's own provider would write its variables as a style element, which the
 * content policy refuses, and set a colour scheme that `ui/browser/color-scheme` sets already.
 */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineContext value={SETTINGS}>
      <MantineThemeContext value={THEME}>{children}</MantineThemeContext>
    </MantineContext>
  );
}

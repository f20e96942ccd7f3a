import { HeadlessMantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

/**
 * Where Mantine's inputs are at home: they bring the wiring of labels, notes and errors, and wear our own styles. The
 * headless provider writes no <style> element, which the content policy would refuse, and is a third of the other's size.
 */
export function FormScope({ children }: { readonly children: ReactNode }) {
  return <HeadlessMantineProvider>{children}</HeadlessMantineProvider>;
}

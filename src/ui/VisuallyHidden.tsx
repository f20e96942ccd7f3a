import type { ReactNode } from 'react';

/** Text for those who do not see the screen. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

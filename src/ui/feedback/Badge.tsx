import type { ReactNode } from 'react';
import type { Tone } from '~/ui/theme';
import styles from './Badge.module.css';

interface BadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A state in a word. The style draws a shape per tone before it, so that colour never speaks alone. */
export function Badge({ tone, children }: BadgeProps) {
  return <span className={`${styles['badge']} ${styles[tone]}`}>{children}</span>;
}

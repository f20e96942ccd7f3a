import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad';

/** A shape per tone, so that colour never speaks alone. */
const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  neutral: (
    <circle
      cx="5"
      cy="5"
      r="3.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2 1.4"
    />
  ),
  progress: (
    <path
      d="M5 1.2a3.8 3.8 0 1 1-3.8 3.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  good: (
    <path
      d="M1.5 5.4 4 8l4.6-5.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  warning: <path d="M5 1 9.2 8.8H.8Z" fill="currentColor" />,
  bad: <path d="m2 2 6 6M8 2 2 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
};

interface BadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

export function Badge({ tone, children }: BadgeProps) {
  return (
    <span className={`${styles['badge']} ${styles[tone]}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      <span className={styles['text']}>{children}</span>
    </span>
  );
}

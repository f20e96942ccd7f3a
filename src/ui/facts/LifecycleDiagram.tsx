import type { ReactNode } from 'react';
import styles from './LifecycleDiagram.module.css';

type Mark = 'taken' | 'present' | 'ahead' | 'closed';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly mark: Mark;
}

interface LifecycleDiagramProps {
  readonly label: string;
  /** Stage after stage; each has the states that it may lead to. */
  readonly stages: readonly (readonly Step[])[];
  /** What each mark is called. */
  readonly labels: Readonly<Record<Mark, string>>;
}

/** A shape per mark, so that colour never speaks alone. */
const SHAPES: Readonly<Record<Mark, ReactNode>> = {
  taken: (
    <path
      d="M1.5 5.4 4 8l4.6-5.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  present: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  ahead: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  closed: <path d="M2 5h6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />,
};

/** A lifecycle, drawn: its stages from top to bottom, the present state, the way that was taken, and what else there is. */
export function LifecycleDiagram({ label, stages, labels }: LifecycleDiagramProps) {
  return (
    <ol aria-label={label} className={styles['stages']}>
      {stages.map((steps) => (
        <li key={steps.map(({ key }) => key).join(' ')}>
          <ul className={styles['steps']}>
            {steps.map(({ key, label: name, mark }) => (
              <li
                key={key}
                className={`${styles['step']} ${styles[mark]}`}
                aria-current={mark === 'present' ? 'step' : undefined}
              >
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  {SHAPES[mark]}
                </svg>
                <span>{name}</span> <small>{labels[mark]}</small>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

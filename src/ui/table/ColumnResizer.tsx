import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './ColumnResizer.module.css';
import { clampWidth, MIN_COLUMN_WIDTH } from './table-settings';

/** In pixels, per press of an arrow key. */
const STEP = 16;

interface ColumnResizerProps {
  readonly header: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The edge of a column: dragged, or moved by the arrow keys. */
export function ColumnResizer({ header, width, onResize }: ColumnResizerProps) {
  const { lists } = useMessages();
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);

  const start = (event: PointerEvent<HTMLElement>) => {
    const column = event.currentTarget.closest('th');
    if (!column) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: column.offsetWidth };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag.current) onResize(clampWidth(drag.current.width + event.clientX - drag.current.x));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onResize(clampWidth(width + by));
  };

  return (
    <span
      role="separator"
      className={styles['resizer']}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={lists.columnWidth(header)}
      aria-valuenow={width}
      aria-valuemin={MIN_COLUMN_WIDTH}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}

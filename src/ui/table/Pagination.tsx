import { useFormats, useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import styles from './Pagination.module.css';

interface PaginationProps {
  readonly page: number;
  readonly pageSize: number;
  readonly rowCount: number;
  /** null: not known; the next page is then offered as long as pages are full. */
  readonly total: number | null;
  readonly hasNext: boolean;
  readonly onPage: (page: number) => void;
  /** The way to the next page is pointed at or has the focus: what is there can be made ready. */
  readonly onHover: (page: number) => void;
}

/** Which rows are shown of how many, and the way to the others. An unknown total never stands in the way. */
export function Pagination({ page, pageSize, rowCount, total, hasNext, onPage, onHover }: PaginationProps) {
  const { lists } = useMessages();
  const { number } = useFormats();
  const first = (page - 1) * pageSize + 1;
  const last = first + rowCount - 1;
  const range =
    total === null
      ? lists.rangeOpen(number(first), number(last))
      : lists.range(number(first), number(last), number(total));
  return (
    <nav className={styles['bar']} aria-label={lists.pages}>
      <p role="status">{rowCount > 0 ? range : ''}</p>
      {(page > 1 || hasNext) && (
        <div className={styles['pages']}>
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {lists.previous}
          </Button>
          <span aria-current="page">
            {total === null
              ? lists.page(number(page))
              : lists.pageOf(number(page), number(Math.max(page, Math.ceil(total / pageSize))))}
          </span>
          <Button
            disabled={!hasNext}
            onClick={() => onPage(page + 1)}
            onPointerEnter={() => onHover(page + 1)}
            onFocus={() => onHover(page + 1)}
          >
            {lists.next}
          </Button>
        </div>
      )}
    </nav>
  );
}

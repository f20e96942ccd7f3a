import { Button } from '@mantine/core';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import type { CheckEntry } from '~/features/import/rows/check-entries';

interface DuplicateNoticesProps {
  readonly entries: readonly CheckEntry[];
  readonly onLeaveOut: (rows: readonly number[]) => void;
}

/** The rows whose values are there already: in the cart, earlier in the file, in another draft. */
export function DuplicateNotices({ entries, onLeaveOut }: DuplicateNoticesProps) {
  const { importing } = useAllMessages();
  return (['cart', 'file', 'draft'] as const).map((where) => {
    const found = entries.filter(({ duplicate }) => duplicate?.where === where);
    if (found.length === 0) return null;
    const open = found.filter(({ state }) => state !== 'left-out');
    return (
      <Notice
        key={where}
        tone={open.length === 0 ? 'neutral' : 'warning'}
        actions={
          open.length > 0 && (
            <Button onClick={() => onLeaveOut(open.map(({ checked }) => checked.row.rowNumber))}>
              {importing.leaveDoublesOut}
            </Button>
          )
        }
      >
        <p>{importing.doubles[where](found.length, entries.length)}</p>
      </Notice>
    );
  });
}

import { Link } from '@tanstack/react-router';
import type { ApiError } from '~/api/api-error';
import { isApiError } from '~/api/api-error';
import { fieldPathKey, toLinePath } from '~/contract/field-path';
import type { OrderLine } from '~/contract/order-line';
import type { LineIssue, LineReadiness } from '~/domain/confirmation-readiness';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import { issueText, leafLabel } from '~/features/order-lines/line-labels';
import { inScreenOrder } from '~/features/order-lines/line-sections';
import { lineName } from '~/features/order-lines/LineName';
import { useAllMessages, type Messages } from '~/i18n/I18nProvider';
import styles from './ConfirmCartPage.module.css';

interface OpenPointsProps {
  readonly lines: readonly LineReadiness[];
  /** The API's own refusal; without one the points are those of our rules. */
  readonly error?: Error;
}

interface Point {
  readonly key: LeafKey | null;
  readonly field: string;
  readonly text: string;
}

/** What stands in the way, line by line, each point a link to its field. */
export function OpenPoints({ lines, error }: OpenPointsProps) {
  const messages = useAllMessages();
  const pointsOf = ({ blocking }: LineReadiness, index: number): Point[] =>
    error
      ? refusalsOf(isApiError(error) ? error : null, index).map((point) => ({
          ...point,
          field: point.key ? leafLabel(point.key, messages) : point.field,
        }))
      : toPoints(blocking, messages);
  return (
    <ul className={styles['points']}>
      {lines.map((readiness, index) => {
        const points = pointsOf(readiness, index);
        return (
          points.length > 0 && (
            <li key={readiness.line.id}>
              <strong>{lineName(readiness.line, messages)}</strong>
              <LinePoints line={readiness.line} points={points} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Issues of a line in words, in the order of the screen. */
export function toPoints(issues: readonly LineIssue[], messages: Messages): Point[] {
  return inScreenOrder(issues).map((issue) => ({
    key: issue.key,
    field: leafLabel(issue.key, messages),
    text: issueText(issue, messages),
  }));
}

/** Points of one line, each a link to its field. */
export function LinePoints({
  line,
  points,
}: {
  readonly line: OrderLine;
  readonly points: readonly Point[];
}) {
  return (
    <ul>
      {points.map(({ key, field, text }) => (
        <li key={`${field} ${text}`} className={styles['point']}>
          {key ? (
            <Link to="/lines/$lineId" params={{ lineId: line.id }} hash={key}>
              {field}
            </Link>
          ) : (
            <span>{field}</span>
          )}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the API's refusal says of the line at `index`; a path without a line is taken to mean the first. */
function refusalsOf(error: ApiError | null, index: number): Point[] {
  return (error?.fields ?? []).flatMap(({ path, message }): Point[] => {
    const { lineIndex, path: inLine } = toLinePath(path);
    if ((lineIndex ?? 0) !== index) return [];
    return [{ key: leafKeyOf(path), field: fieldPathKey(inLine), text: message }];
  });
}

import { Link } from '@tanstack/react-router';
import type { ApiError } from '~/api/transport/api-error';
import { isApiError } from '~/api/transport/api-error';
import { propertyPathKey, toLinePath } from '~/contract/property-path';
import type { OrderLine } from '~/contract/order-line';
import type { LineIssue, LineReadiness } from '~/domain/lines/confirmation-readiness';
import { fieldPathOf, type FieldPath } from '~/domain/fields/field-paths';
import { fieldLabel } from '~/i18n/field-label';
import { issueText } from '~/features/order-lines/labels/line-labels';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import { lineName } from '~/features/order-lines/display/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import styles from './IssueList.module.css';

interface IssueListProps {
  readonly lines: readonly LineReadiness[];
  /** The API's own refusal; without one the points are those of our rules. */
  readonly error?: Error;
}

interface IssueEntry {
  readonly key: FieldPath | null;
  readonly field: string;
  readonly text: string;
}

/** What stands in the way, line by line, each point a link to its field. */
export function IssueList({ lines, error }: IssueListProps) {
  const messages = useAllMessages();
  const issuesOf = ({ blocking, index }: LineReadiness): IssueEntry[] =>
    error
      ? refusalsOf(isApiError(error) ? error : null, index).map((issue) => ({
          ...issue,
          field: issue.key ? fieldLabel(issue.key, messages) : issue.field,
        }))
      : toIssueEntries(blocking, messages);
  return (
    <ul className={styles['points']}>
      {lines.map((readiness) => {
        const issues = issuesOf(readiness);
        return (
          issues.length > 0 && (
            <li key={readiness.line.id}>
              <strong>{lineName(readiness.line, messages)}</strong>
              <LineIssueList line={readiness.line} issues={issues} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Issues of a line in words, in the order of the screen. */
export function toIssueEntries(issues: readonly LineIssue[], messages: Messages): IssueEntry[] {
  return inScreenOrder(issues).map((issue) => ({
    key: issue.key,
    field: fieldLabel(issue.key, messages),
    text: issueText(issue, messages),
  }));
}

/** Points of one line, each a link to its field. */
export function LineIssueList({
  line,
  issues,
}: {
  readonly line: OrderLine;
  readonly issues: readonly IssueEntry[];
}) {
  return (
    <ul>
      {issues.map(({ key, field, text }) => (
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
function refusalsOf(error: ApiError | null, index: number): IssueEntry[] {
  return (error?.fields ?? []).flatMap(({ path, message }): IssueEntry[] => {
    const { lineIndex, path: inLine } = toLinePath(path);
    if ((lineIndex ?? 0) !== index) return [];
    return [{ key: fieldPathOf(path), field: propertyPathKey(inLine), text: message }];
  });
}

import type { Cart } from '~/contract/cart';
import type { ContactField } from '~/contract/contact';
import type { LineField, LineValues, OrderLine } from '~/contract/order-line';
import { isKnownCartState } from '~/contract/states';
import { checkFormat, type FormatCode } from '~/domain/fields/field-validation';
import { contactKey, lineFieldValues, type FieldPath, type FieldValues } from '~/domain/fields/field-paths';
import { CPE_FIELDS, hasCpeOption, isDia } from '~/domain/fields/offer-rules';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';

/** "Creating an Order Line": Required Yes without a condition. Nothing else blocks saving a draft. */
export const REQUIRED_TO_CREATE = [
  'product_offering_id',
  'product_offering_qualification_item_id',
] as const satisfies LineField[];

/** "Yes (during confirmation only)" in the table of the contact block. */
export const CONTACT_REQUIRED_TO_CONFIRM = [
  'end_customer_name',
  'contact1_email_address',
  'contact1_firstname',
  'contact1_lastname',
  'contact1_phone_number',
  'city',
  'postcode',
  'street_name',
  'street_number',
  'insee_code',
] as const satisfies ContactField[];

/** An issue that prevents the confirmation (error), or that a person should check (warning). */
export interface LineIssue {
  readonly key: FieldPath;
  readonly severity: 'error' | 'warning';
  readonly code: 'required' | 'required-for-cpe' | 'empty-without-cpe' | FormatCode;
}

const required = (key: FieldPath): LineIssue => ({ key, severity: 'error', code: 'required' });

/** Every open point of a line, in the order of the document's tables. `today` is an ISO date. */
export function lineIssues(values: LineValues, today: string): LineIssue[] {
  const fields = lineFieldValues(values);
  const missing = [...missingToCreate(values), ...missingToConfirm(values), ...cpeIssues(values)];
  const order = new Map(Array.from(fields.keys(), (key, index) => [key, index]));
  return [...missing, ...formatIssues(fields, values, today)].toSorted(
    (a, b) => rank(order, a.key) - rank(order, b.key),
  );
}

function rank(order: ReadonlyMap<FieldPath, number>, key: FieldPath): number {
  return order.get(key) ?? order.size;
}

export function missingToCreate(values: LineValues): LineIssue[] {
  return REQUIRED_TO_CREATE.filter((field) => values[field].trim() === '').map(required);
}

function missingToConfirm(values: LineValues): LineIssue[] {
  const [site] = values.related_contact_information;
  const siteFields: ContactField[] = [...CONTACT_REQUIRED_TO_CONFIRM];
  // "Should the SIRET be filled ?"
  if (values.siret_known === true) siteFields.push('siret');
  return [
    // The ENNI "should not be filled in for the DIA offer".
    ...(values.enni.trim() === '' && !isDia(values) ? [required('enni')] : []),
    ...siteFields
      .filter((field) => (site?.[field] ?? '').trim() === '')
      .map((field) => required(contactKey(0, field))),
  ];
}

/** "Required if option 7021 is present in option_ids, otherwise they must be empty" (Confirming the Order Session). */
function cpeIssues(values: LineValues): LineIssue[] {
  const wanted = hasCpeOption(values);
  return CPE_FIELDS.filter((field) => (values[field].trim() === '') === wanted).map((key) => ({
    key,
    severity: 'error',
    code: wanted ? 'required-for-cpe' : 'empty-without-cpe',
  }));
}

function formatIssues(fields: FieldValues, values: LineValues, today: string): LineIssue[] {
  const issues: LineIssue[] = [];
  for (const [key, value] of fields) {
    const finding = typeof value === 'string' ? checkFormat(key, value, values, today) : null;
    if (finding) issues.push({ key, ...finding });
  }
  return issues;
}

/** Whether an issue is a missing value, rather than a wrong or doubtful one. */
export function isMissing({ code }: Pick<LineIssue, 'code'>): boolean {
  return code === 'required' || code === 'required-for-cpe';
}

/** The number of blocking issues: missing values and wrong ones. */
export interface OpenCounts {
  readonly missing: number;
  readonly wrong: number;
}

export function openCounts(issues: readonly LineIssue[]): OpenCounts {
  const blocking = issues.filter(({ severity }) => severity === 'error');
  const missing = blocking.filter(isMissing).length;
  return { missing, wrong: blocking.length - missing };
}

/** The issues that prevent the confirmation of a line. */
export function blockingIssues(values: LineValues, today: string): LineIssue[] {
  return lineIssues(values, today).filter((issue) => issue.severity === 'error');
}

export interface LineReadiness {
  readonly line: OrderLine;
  /** Its place in the cart, from 0; lines that cannot be read count. */
  readonly index: number;
  readonly blocking: readonly LineIssue[];
  /** Issues to check before ordering; they prevent nothing. */
  readonly warnings: readonly LineIssue[];
}

/** Why a cart cannot be confirmed; null when it can. */
type ConfirmRefusal = 'no-lines' | 'unreadable-line' | 'not-draft' | 'incomplete';

export interface CartReadiness {
  readonly lines: readonly LineReadiness[];
  readonly readyCount: number;
  readonly refusal: ConfirmRefusal | null;
}

/** Whether every line of the cart can be confirmed, and what each still misses. `today` is an ISO date. */
export function cartReadiness(cart: Cart, today: string): CartReadiness {
  const lines = cart.lines.flatMap((row, index): LineReadiness[] => {
    if (!row.ok) return [];
    const issues = knownIssues(row.value, today);
    return [
      {
        line: row.value,
        index,
        blocking: issues.filter(({ severity }) => severity === 'error'),
        warnings: issues.filter(({ severity }) => severity === 'warning'),
      },
    ];
  });
  const readyCount = lines.filter(({ blocking }) => blocking.length === 0).length;
  return { lines, readyCount, refusal: confirmRefusal(cart, lines, readyCount) };
}

/**
 * No table of a write's answer or of a cart promises offer_family. Without it a DIA line cannot be
 * recognised, so a missing ENNI is no issue: the API decides.
 */
function knownIssues(line: OrderLine, today: string): LineIssue[] {
  const issues = lineIssues(line, today);
  return line.returned.includes('offer_family')
    ? issues
    : issues.filter(({ key, code }) => key !== 'enni' || code !== 'required');
}

function confirmRefusal(
  cart: Cart,
  lines: readonly LineReadiness[],
  readyCount: number,
): ConfirmRefusal | null {
  if (lines.some(({ line }) => !isDraft(line)) || (isKnownCartState(cart.state) && cart.state !== 'created'))
    return 'not-draft';
  if (cart.lines.length === 0) return 'no-lines';
  if (lines.length < cart.lines.length) return 'unreadable-line';
  return readyCount < lines.length ? 'incomplete' : null;
}

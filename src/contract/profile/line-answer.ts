import { isJsonNumber } from '~/contract/lossless-json';
import { LINE_FIELDS, SPELLINGS, UNPROMISED_FIELDS, canonicalFieldName } from '~/contract/order-line';
import { isUnknownArray, isWireObject, text, type WireObject } from '~/contract/scalars';
import { namesIn, withNames, type FactName, type ServerProfile } from './server-profile';
import { otherSpelling } from './line-body';

/** Where a line stands in an answer: the document promises each a different set of fields. */
export type LinePlace = 'detail' | 'cart' | 'write';

/** The facts about the server that an answer for a line shows. */
export function factsShown(line: WireObject, place: LinePlace, profile: ServerProfile): ServerProfile {
  const facts: Partial<Record<FactName, string>> = {};
  for (const [field, other] of SPELLINGS) {
    const name = shownName(line, field, other);
    if (name !== null) facts[field] = name;
  }
  const vlan = line['vlan_reference'];
  if (isJsonNumber(vlan)) facts.vlan = 'number';
  if (typeof vlan === 'string' && vlan !== '') facts.vlan = 'text';
  const shown = shownFields(line);
  if (place === 'detail') {
    const unpromised = UNPROMISED_FIELDS.filter((field) => shown.includes(field));
    if (unpromised.length > 0) facts.detail_fields = withNames(profile.detail_fields, unpromised);
  }
  if (place === 'cart' && shown.length > 0) facts.cart_fields = withNames(profile.cart_fields, shown);
  return facts;
}

/** The one of two names that an answer carries, or fills; null when it does not tell. */
function shownName(line: WireObject, ours: string, other: string): string | null {
  const names = [ours, other].filter((name) => name in line);
  if (names.length < 2) return names[0] ?? null;
  const filled = names.filter((name) => text.parse(line[name]) !== '');
  return filled.length === 1 ? (filled[0] ?? null) : null;
}

function shownFields(line: WireObject): string[] {
  const names = Object.keys(line).map(canonicalFieldName);
  return LINE_FIELDS.filter((field) => names.includes(field));
}

/**
 * The keys that an answer for a line leaves out because they are empty. "Order line detail" promises all creation
 * fields. The unpromised ones, and those of a line in a cart, count once this server has shown them.
 */
export function emptyKeys(line: WireObject, place: LinePlace, profile: ServerProfile): readonly string[] {
  if (place === 'write') return [];
  const shown = namesIn(place === 'detail' ? profile.detail_fields : profile.cart_fields);
  const isPromised = (field: string) =>
    place === 'detail' && !UNPROMISED_FIELDS.some((unpromised) => unpromised === field);
  const here = shownFields(line);
  return LINE_FIELDS.filter((field) => !here.includes(field) && (isPromised(field) || shown.includes(field)));
}

/** The spellings that a body uses. */
export function spellingsIn(body: WireObject): ServerProfile {
  return Object.fromEntries(
    SPELLINGS.flatMap((names) => names.filter((name) => name in body).map((name) => [names[0], name])),
  );
}

/**
 * The written fields that the server ignored: the answer has another value under the other name, or none. Gives the
 * body to send once more. A spelling that has worked is in doubt only where the answer has the other alone.
 */
export function respelledBody(
  sent: WireObject,
  answer: unknown,
  hasWorked: Readonly<Record<(typeof SPELLINGS)[number][0], boolean>>,
): WireObject | null {
  if (!isWireObject(answer)) return null;
  const body: Record<string, unknown> = {};
  for (const names of SPELLINGS) {
    const [field] = names;
    for (const name of names) {
      const other = otherSpelling(field, name);
      if (!(name in sent)) continue;
      const isKept = [name, other].some((key) => text.parse(answer[key]) === text.parse(sent[name]));
      const isTaken = name in answer && text.parse(answer[name]) !== '';
      const isInDoubt = name in answer || !(other in answer) ? !hasWorked[field] : true;
      if (!isKept && !isTaken && isInDoubt) body[other] = sent[name];
    }
  }
  return Object.keys(body).length === 0 ? null : body;
}

/** A cart's answer with each of its lines as `change` gives it; the same object when none changed. */
export function withCartLines(
  cart: WireObject,
  change: (line: WireObject) => WireObject,
): { readonly cart: WireObject; readonly lines: readonly unknown[] } {
  const items = cart['product_order_item'];
  if (!isUnknownArray(items)) return { cart, lines: [] };
  const lines = items.map((item) => (isLine(item) ? change(item) : item));
  const isSame = lines.every((line, index) => line === items[index]);
  return { cart: isSame ? cart : { ...cart, product_order_item: lines }, lines };
}

/** Whether an item of a cart is a line; any other value goes on as it came. */
function isLine(item: unknown): item is WireObject {
  return isWireObject(item) && LINE_FIELDS.some((field) => field in item);
}

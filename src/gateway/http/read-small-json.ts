import { isWireObject, type WireObject } from '~/contract/scalars';
import { mediaType } from './media-type';
import { readWhole } from './read-whole';

const LARGEST = 4 * 1024;

/** The JSON object of a request; null for another type, a body over 4 KB, or no object. */
export async function readSmallJson(request: Request): Promise<WireObject | null> {
  try {
    const bytes = await readWhole(request.body, LARGEST);
    const sent: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return mediaType(request) === 'application/json' && isWireObject(sent) ? sent : null;
  } catch {
    return null;
  }
}

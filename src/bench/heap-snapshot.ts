import { isWireObject } from '~/contract/scalars';

/** The browser's own nodes: compiled code and the implementation of elements. */
const OF_THE_BROWSER: readonly unknown[] = ['code', 'native', 'synthetic', 'hidden'];

/**
 * The bytes of a page's objects, texts and functions in a heap snapshot of V8. The snapshot is a flat list with a fixed
 * count of numbers per node. Throws for any other text.
 */
export function heapOfPage(snapshot: string): number {
  const { meta, nodes } = readSnapshot(JSON.parse(snapshot));
  const { node_fields: fields, node_types: types } = meta;
  if (!Array.isArray(fields) || !Array.isArray(types)) throw new Error('A heap snapshot of another form');
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const names: unknown = types[type];
  if (!Array.isArray(names) || size < 0) throw new Error('A heap snapshot of another form');
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (!OF_THE_BROWSER.includes(names[Number(nodes[node + type])])) bytes += Number(nodes[node + size]);
  }
  return bytes;
}

function readSnapshot(parsed: unknown) {
  if (isWireObject(parsed) && isWireObject(parsed['snapshot']) && Array.isArray(parsed['nodes'])) {
    const { meta } = parsed['snapshot'];
    const nodes: readonly unknown[] = parsed['nodes'];
    if (isWireObject(meta)) return { meta, nodes };
  }
  throw new Error('A heap snapshot of another form');
}

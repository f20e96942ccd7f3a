/*
 * Page translators and other extensions wrap the text nodes of the page in elements of theirs, or put such elements in their
 * place. React goes on with its own nodes: it would write into texts that are no longer shown, and throw where a node has
 * moved. An extension has prototypes of its own, so only what React does passes here.
 */

/** What a foreign script put in the place of a text node. */
const standIns = new WeakMap<Node, Element>();

/** Keeps React alive and its texts right whatever foreign scripts make of the nodes of the page. */
export function surviveForeignNodes(): void {
  new MutationObserver(noteStandIns).observe(document, { childList: true, subtree: true });

  const { nodeValue } = Object.getOwnPropertyDescriptors(Node.prototype);
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Node, value: string | null) {
      if (isPlaced(this)) standInOf(this)?.replaceWith(this);
      nodeValue.set?.call(this, value);
    },
  });
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    standInOf(child)?.remove();
    if (isPlaced(child)) child.remove();
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, place: Node | null): T {
    standInOf(child)?.remove();
    const next = place && childWith(this, standInOf(place) ?? place);
    if (next && isPlaced(next)) next.before(child);
    else this.appendChild(child);
    return child;
  };
}

/** A replacement is one record; a script may also insert its element first and remove the text then. */
function noteStandIns(records: readonly MutationRecord[]): void {
  const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const standIn = [addedNodes[0], previousSibling, nextSibling].find(
      (node) => node instanceof Element && added.has(node),
    );
    for (const node of removedNodes)
      if (node instanceof Text && standIn instanceof Element) standIns.set(node, standIn);
  }
}

/** The element that is shown in the place of a text node; undefined for a node that is in the page itself. */
function standInOf(node: Node): Element | undefined {
  return node.parentNode === null ? standIns.get(node) : undefined;
}

/** The child of `parent` that is `node` or holds it; null for a node elsewhere. */
function childWith(parent: Node, node: Node): Node | null {
  let child: Node | null = node;
  while (child && child.parentNode !== parent) child = child.parentNode;
  return child;
}

function isPlaced(node: Node): node is Element | CharacterData {
  return node instanceof Element || node instanceof CharacterData;
}

/**
 * A map that only grows and whose rows are replaced, never changed: what was handed out stays as it was, and the next one
 * costs what is new in it, not what was there before. Rows keep the order in which their keys came.
 */
export type GrownMap<K, V> = ReadonlyMap<K, V> & {
  /** The map with these rows added or put in the place of those under the same keys. */
  readonly withRows: (rows: Iterable<readonly [K, V]>) => GrownMap<K, V>;
  /** Rows that `before` does not have just so: found without looking at those that both share. */
  readonly rowsSince: (before: ReadonlyMap<K, V>) => [K, V][];
};

/** Rows stand in the leaves of a tree by their place, 32 in a leaf: a row more copies one path of it. */
type Leaf<K, V> = [K, V][];
type Branch<K, V> = Node<K, V>[];
type Node<K, V> = Leaf<K, V> | Branch<K, V>;

type Rows<K, V> = {
  readonly size: number;
  /** Places by key, shared with the maps grown out of this one: places from `size` on are theirs. */
  readonly places: Map<K, number>;
  readonly root: Node<K, V>;
  /** Bits of a place above those that count within a leaf. */
  readonly shift: number;
};

const BITS = 5;
const WIDTH = 1 << BITS;
const slotOf = (place: number, shift: number): number => (place >>> shift) & (WIDTH - 1);

function rowAt<K, V>({ root, shift: top }: Rows<K, V>, place: number): [K, V] {
  let node = root;
  for (let shift = top; shift > 0; shift -= BITS)
    node = (node as Branch<K, V>)[slotOf(place, shift)] as Node<K, V>;
  return (node as Leaf<K, V>)[slotOf(place, 0)] as [K, V];
}

/** @param made nodes that nobody else has yet: they are written, all others copied */
function writtenAt<K, V>(
  node: Node<K, V> | undefined,
  shift: number,
  place: number,
  row: [K, V],
  made: Set<unknown>,
): Node<K, V> {
  const own = node !== undefined && made.has(node) ? node : ([...(node ?? [])] as Node<K, V>);
  made.add(own);
  const slot = slotOf(place, shift);
  if (shift === 0) (own as Leaf<K, V>)[slot] = row;
  else {
    const branch = own as Branch<K, V>;
    branch[slot] = writtenAt(branch[slot], shift - BITS, place, row, made);
  }
  return own;
}

type Tree<K, V> = { readonly node: Node<K, V> | undefined; readonly shift: number };

/** The leaves of a tree in order, but those that stand in `than` too. */
function leavesOf<K, V>(tree: Tree<K, V>, than: Tree<K, V> | null, found: Leaf<K, V>[] = []): Leaf<K, V>[] {
  const { node, shift } = tree;
  if (node === undefined || (than?.node === node && than.shift === shift)) return found;
  if (shift === 0) {
    found.push(node as Leaf<K, V>);
    return found;
  }
  for (const [slot, below] of (node as Branch<K, V>).entries()) {
    // The older tree may be less high: then it hangs in this one's first branches.
    const sameLevel =
      than?.shift === shift ? ((than.node as Branch<K, V> | undefined)?.[slot] ?? null) : null;
    const part = sameLevel === null ? null : { node: sameLevel, shift: shift - BITS };
    const lower = slot === 0 && than !== null && than.shift < shift ? than : null;
    leavesOf({ node: below, shift: shift - BITS }, part ?? lower, found);
  }
  return found;
}

const rowsBehind = new WeakMap<object, Rows<unknown, unknown>>();
const findRows = <K, V>(map: ReadonlyMap<K, V>): Rows<K, V> | undefined =>
  // What lies behind a map was put there by `mapOf` with the map's own types.
  rowsBehind.get(map) as Rows<K, V> | undefined;

function grown<K, V>(from: Rows<K, V>, rows: Iterable<readonly [K, V]>): Rows<K, V> {
  let { size, places, root, shift } = from;
  const made = new Set<unknown>();
  for (const [key, value] of rows) {
    let place = places.get(key) ?? size;
    if (place >= size) {
      // Another map grew out of the same one, with other keys: from here on each has its own places.
      if (place > size || (places.size > size && !places.has(key))) {
        places = new Map([...places].slice(0, size));
      }
      place = size;
      places.set(key, place);
      size += 1;
      if (place >>> (shift + BITS) > 0) {
        root = [root] as Branch<K, V>;
        shift += BITS;
      }
    }
    root = writtenAt(root, shift, place, [key, value], made);
  }
  return { size, places, root, shift };
}

function mapOf<K, V>(rows: Rows<K, V>): GrownMap<K, V> {
  const { size, places, root, shift } = rows;
  const find = (key: K): [K, V] | undefined => {
    const place = places.get(key);
    return place === undefined || place >= size ? undefined : rowAt(rows, place);
  };
  // A list is walked far quicker than a generator goes through the leaves.
  function list<T>(of: (row: [K, V]) => T): T[] {
    const listed: T[] = [];
    for (const leaf of leavesOf({ node: root, shift }, null))
      for (let slot = 0; slot < leaf.length; slot += 1) listed.push(of(leaf[slot] as [K, V]));
    return listed;
  }
  const entries = () => list((row) => row).values();
  // Functions on the prototype and the tag, as with any Map: what compares or prints it sees its rows, in whatever order.
  const map: GrownMap<K, V> = Object.create({
    [Symbol.toStringTag]: 'Map',
    size,
    get: (key: K) => find(key)?.[1],
    has: (key: K) => find(key) !== undefined,
    entries,
    [Symbol.iterator]: entries,
    keys: () => list((row) => row[0]).values(),
    values: () => list((row) => row[1]).values(),
    forEach(call: (value: V, key: K, map: ReadonlyMap<K, V>) => void) {
      for (const [key, value] of entries()) call(value, key, map);
    },
    withRows(added: Iterable<readonly [K, V]>) {
      const more = grown(rows, added);
      return more.root === root ? map : mapOf(more);
    },
    rowsSince(before: ReadonlyMap<K, V>) {
      const old = findRows(before);
      const leaves = leavesOf(
        { node: root, shift },
        old === undefined ? null : { node: old.root, shift: old.shift },
      );
      return leaves.flat().filter(([key, value]) => before.get(key) !== value);
    },
  });
  rowsBehind.set(map, rows as Rows<unknown, unknown>);
  return map;
}

/** The map itself when it is a grown one, else one with its rows. */
export function grownMap<K, V>(from: Iterable<readonly [K, V]> = []): GrownMap<K, V> {
  if (rowsBehind.has(from)) return from as GrownMap<K, V>;
  return mapOf(grown({ size: 0, places: new Map(), root: [], shift: 0 }, from));
}

import { parseSync } from 'vite';

/** A place in the product where the power may go: `src/main/journal/journal.ts:121 log.append`, before it or done. */
export type PointName = string;

type Node = { readonly type: string; readonly start: number; readonly end: number };
type Insertion = { readonly at: number; readonly text: string; readonly order: number };

const isNode = (value: unknown): value is Node & Record<string, unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* nodesIn(value: unknown): Generator<Node & Record<string, unknown>> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (isNode(value)) {
    yield value;
    for (const [key, inner] of Object.entries(value)) if (key !== 'parent') yield* nodesIn(inner);
  }
}

const MOST_WORDS = 50;

/** The call in one line: `bridge.call`, `Promise.all`. */
function wordsOf(code: string, node: Node & Record<string, unknown>): string {
  const callee = isNode(node.callee) ? node.callee : node;
  return code.slice(callee.start, callee.end).replace(/\s+/g, '').slice(0, MOST_WORDS);
}

/**
 * Puts a point before what each `await` of a file waits for, and one behind it when it is done; also at every turn of a
 * `for await`. Points are calls that wait for nothing: the order of things stays as it is in the product. Lines stay too.
 */
export function insertPoints(
  file: string,
  code: string,
): { readonly code: string; readonly points: readonly PointName[] } {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const points: PointName[] = [];
  const insertions: Insertion[] = [];
  const lineOf = (at: number): number => code.slice(0, at).split('\n').length;
  const nameOf = (node: Node & Record<string, unknown>): PointName => {
    const plain = `${file}:${lineOf(node.start)} ${wordsOf(code, node)}`;
    const same = points.filter((name) => name === plain || name.startsWith(`${plain} (`)).length;
    return same === 0 ? plain : `${plain} (${same + 1})`;
  };
  const wrap = (node: Node, before: string, after: string): void => {
    insertions.push({ at: node.start, text: before, order: node.end });
    insertions.push({ at: node.end, text: after, order: -node.start });
  };
  for (const node of nodesIn(program)) {
    const awaited = node.type === 'AwaitExpression' ? node.argument : null;
    const source = node.type === 'ForOfStatement' && node.await === true ? node.right : null;
    if (isNode(awaited)) {
      const name = nameOf(awaited);
      points.push(name, `${name} done`);
      wrap(node, `chaosDone(${JSON.stringify(`${name} done`)}, `, ')');
      wrap(awaited, `(chaosPoint(${JSON.stringify(name)}), `, ')');
    } else if (isNode(source)) {
      const name = nameOf(source);
      points.push(name);
      wrap(source, `chaosEach(${JSON.stringify(name)}, `, ')');
    }
  }
  // From the back; of two at one place the outer opens first and closes last.
  const sorted = insertions.toSorted((a, b) => b.at - a.at || a.order - b.order);
  let changed = code;
  for (const { at, text } of sorted) changed = changed.slice(0, at) + text + changed.slice(at);
  return { code: changed, points };
}

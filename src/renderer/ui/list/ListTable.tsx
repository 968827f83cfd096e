import './list.css';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Left out where the window is narrow (200 % zoom): said elsewhere. */
  readonly wideOnly?: boolean;
};

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The row that the keyboard stands on; null: the first. */
  readonly here: string | null;
  readonly onHere: (key: string) => void;
  /** Enter or a click. */
  readonly onOpen: (row: Row) => void;
  readonly takeFocus?: boolean;
};

const ROW_PX = 50;
const OVERSCAN_ROWS = 8;

/**
 * A table to walk through with arrows, Page, Home, End and Enter. Draws only the rows in sight, so that thousands
 * cost no more than twenty; focus stays on the table, so a row scrolled away never loses it.
 */
export function ListTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, here, onHere, onOpen, takeFocus } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [view, setView] = useState({ top: 0, height: 700 });
  const at = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === here),
  );
  const rowId = (index: number) => `${id}-${index}`;

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const measure = () => setView({ top: box.scrollTop, height: box.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (takeFocus === true) table.current?.focus({ preventScroll: true });
  }, [takeFocus]);
  // Coming back to a list shows the row one left from.
  useLayoutEffect(() => show(at), []);

  function show(index: number) {
    const box = scroller.current;
    if (box === null) return;
    const head = table.current?.tHead?.offsetHeight ?? 0;
    const top = index * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_PX + head > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + ROW_PX + head - box.clientHeight;
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const last = rows.length - 1;
    const page = Math.max(1, Math.floor(view.height / ROW_PX) - 1);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const row = rows[at];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else if (event.key in to) {
      const next = Math.min(last, Math.max(0, to[event.key] ?? 0));
      const target = rows[next];
      if (target !== undefined) onHere(keyOf(target));
      show(next);
    } else return;
    event.preventDefault();
  };

  const from = Math.max(0, Math.floor(view.top / ROW_PX) - OVERSCAN_ROWS);
  const upTo = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_PX) + OVERSCAN_ROWS);
  return (
    <div
      className="scroll list-scroll"
      ref={scroller}
      onScroll={({ currentTarget: box }) => setView({ top: box.scrollTop, height: box.clientHeight })}
    >
      <table
        ref={table}
        className="rows list"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked through with arrows is a grid
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={rows.length === 0 ? undefined : rowId(at)}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.key}
              style={{ width: column.width }}
              data-wide-only={column.wideOnly || undefined}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-wide-only={column.wideOnly || undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: room for the rows above, nothing to read */}
          {from > 0 && <tr role="presentation" style={{ height: from * ROW_PX }} />}
          {rows.slice(from, upTo).map((row, index) => (
            <tr
              key={keyOf(row)}
              id={rowId(from + index)}
              className="list-row"
              aria-rowindex={from + index + 2}
              aria-selected={from + index === at}
              onClick={() => {
                onHere(keyOf(row));
                onOpen(row);
              }}
            >
              {columns.map((column) => (
                <td key={column.key} data-wide-only={column.wideOnly || undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: room for the rows below, nothing to read */}
          {upTo < rows.length && <tr role="presentation" style={{ height: (rows.length - upTo) * ROW_PX }} />}
        </tbody>
      </table>
    </div>
  );
}

/** Two lines in a cell: the name, and beneath it what tells it apart. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <span className="two-lines">
      <b className="clip">{first}</b>
      <span className="clip small">{second}</span>
    </span>
  );
}

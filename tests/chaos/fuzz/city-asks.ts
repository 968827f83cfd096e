import type { ToldCity } from '../told-city/start-told-city.ts';

/** What the city has said of a dossier that asks its desk to decide, as it stands in the city's own table. */
export type CityAsk = {
  readonly cursor: number;
  readonly dossierId: string;
  readonly type: 'dossier-withdrawn' | 'dossier-changed' | 'dossier-elsewhere';
  readonly changes: readonly { readonly field: string; readonly to: string | null }[];
  /** The whole word: another dossier elsewhere is told of once, however often it is said. */
  readonly text: string;
};

const TYPES = ['dossier-withdrawn', 'dossier-changed', 'dossier-elsewhere'];

export async function readCityAsks(city: ToldCity, deskId: string): Promise<readonly CityAsk[]> {
  const rows = await city.query<{ cursor_number: number; statement: string }>(
    'SELECT cursor_number, statement FROM feed WHERE desk_id = $1 ORDER BY cursor_number',
    [deskId],
  );
  return rows.flatMap(({ cursor_number, statement }) => {
    const { what } = JSON.parse(statement).body;
    if (!TYPES.includes(what.type)) return [];
    const { type, dossierId, changes = [] } = what;
    return [{ cursor: cursor_number, dossierId, type, changes, text: JSON.stringify(what) }];
  });
}

/** The newest word to a desk; 0: none. */
export async function lastCursor(city: ToldCity, deskId: string): Promise<number> {
  const [head] = await city.query<{ n: number }>(
    'SELECT last_cursor AS n FROM feed_heads WHERE desk_id = $1',
    [deskId],
  );
  return head?.n ?? 0;
}

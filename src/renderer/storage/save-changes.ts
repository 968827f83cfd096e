import { grownMap } from '../../shared/base/grown-map.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { dossierOf } from '../../shared/domain/desk-log/dossier-of.ts';
import type { DeskDatabase } from './desk-database.ts';
import { saveRowCounts } from './row-counts.ts';

/** Map entries that are another object than before: `evolve` never changes a row in place. */
export function changedRows<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): V[] {
  if (before === after) return [];
  return grownMap(after)
    .rowsSince(before)
    .map(([, value]) => value);
}

/**
 * Event rows, projections, number use, outbox and head: together or not at all.
 * Called inside one strict transaction over all these tables.
 */
export async function saveChanges(
  database: DeskDatabase,
  before: DeskState,
  after: DeskState,
  events: readonly DeskEvent[],
): Promise<void> {
  await database.events.bulkPut([...events]);
  await database.outbox.bulkPut(
    events.map((event) => ({ seq: event.seq, dossierId: dossierOf(event.fact) })),
  );
  await database.dossiers.bulkPut(changedRows(before.dossiers, after.dossiers));
  await database.leases.bulkPut(changedRows(before.leases, after.leases));
  await database.officers.bulkPut(changedRows(before.officers, after.officers));
  await database.marks.bulkPut([
    { name: 'head', value: after.head },
    { name: 'desk', value: after.desk },
    { name: 'signedIn', value: after.signedIn },
  ]);
  // One value for all days: written when a day is closed, not with every dossier.
  if (changedRows(before.closedDays, after.closedDays).length > 0) {
    await database.marks.put({ name: 'closedDays', value: [...after.closedDays.values()] });
  }
  await saveRowCounts(database, after, { events: events.length, outbox: events.length });
}

import type { DeskDatabase } from './desk-database.ts';

/** A single value of the store by its name. Written under the same name and type by this folder only. */
export async function findMark<T>(database: DeskDatabase, name: string): Promise<T | undefined> {
  const row = await database.marks.get(name);
  return row === undefined ? undefined : (row.value as T);
}

import { onTestFinished } from 'vitest';
import type { DeskStore } from '../../../src/renderer/ports/desk-store.ts';
import { createDeskStore } from '../../../src/renderer/storage/create-desk-store.ts';
import { type DeskDatabase, openDeskDatabase } from '../../../src/renderer/storage/desk-database.ts';
import { evolveAll } from './a-log.ts';

/** A working copy in this browser's IndexedDB under a name of its own; the browser's profile is thrown away with it. */
export async function aCopy(name = `copy-${crypto.randomUUID()}`): Promise<{
  readonly name: string;
  readonly database: DeskDatabase;
  readonly store: DeskStore;
  /** As after a restart: nothing is left in memory. */
  readonly reopen: () => Promise<{ readonly database: DeskDatabase; readonly store: DeskStore }>;
}> {
  const opened: DeskDatabase[] = [];
  const open = async () => {
    const database = openDeskDatabase(name);
    opened.push(database);
    await database.open();
    return { database, store: createDeskStore(database, evolveAll) };
  };
  const first = await open();
  onTestFinished(() => {
    for (const database of opened) database.close();
  });
  return {
    name,
    ...first,
    reopen: async () => {
      first.database.close();
      return open();
    },
  };
}

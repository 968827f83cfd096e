import type { PageReader } from '../ports/page-reader.ts';
import type { ReadingDoor } from './reading-door.ts';

/**
 * Asks for pages until there are none, as many at once as the reader likes. A door that refuses (main is going down)
 * ends the work.
 */
export async function workThrough(door: ReadingDoor, reader: PageReader): Promise<void> {
  const work = async (): Promise<void> => {
    for (;;) {
      const next = await door.call('reader:next', {});
      if (!next.ok || next.value.task === null) return;
      const { task, ...page } = next.value.task;
      const reading = await reader.read({ ...page, priority: 'background' });
      const told = reading.ok
        ? await door.call('reader:done', { task, reading: reading.value })
        : await door.call('reader:failed', { task, failure: reading.failure });
      if (!told.ok) return;
    }
  };
  await Promise.all(Array.from({ length: reader.concurrency }, work));
  reader.close();
}

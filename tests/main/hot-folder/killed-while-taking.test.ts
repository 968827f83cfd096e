import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../support/files-below.ts';
import { aDesk, aFolder, aMemory, TODAY, taken, waitingNames, waits, watching } from './a-hot-folder.ts';

describe('[HF-6] a desk that was killed between import and move', () => {
  const killedAfterTaking = async (dir: string, memory: Map<string, unknown>) => {
    writeFileSync(join(dir, 'don.pdf'), 'pages');
    const killed = await watching(dir, memory);
    await waits(killed, ['don.pdf']);
    const { pages } = await taken(killed, 'don.pdf');
    await killed.close();
    return pages.map(({ sha256 }) => sha256);
  };

  it('has taken the file when its pages are in a draft', async () => {
    const [dir, memory] = [aFolder(), aMemory()];
    const pages = await killedAfterTaking(dir, memory);
    const asked: unknown[] = [];
    await aDesk(memory, {
      areInUse: async (asks) => {
        asked.push(asks);
        return true;
      },
    });
    await expect.poll(() => filesBelow(dir)).toEqual([`Đã nhận/${TODAY}/don.pdf`]);
    expect(asked).toEqual([pages]);
  });

  it('has not when they are not: it waits again and gives the same pages', async () => {
    const [dir, memory] = [aFolder(), aMemory()];
    const pages = await killedAfterTaking(dir, memory);
    const desk = await aDesk(memory);
    await waits(desk, ['don.pdf']);
    expect((await taken(desk, 'don.pdf')).pages.map(({ sha256 }) => sha256)).toEqual(pages);
  });

  it('leaves alone what another desk has in its hands', async () => {
    const [dir, memory] = [aFolder(), aMemory()];
    await killedAfterTaking(dir, memory);
    const other = await watching(dir, aMemory(), { desk: 'CN02-Q04' });
    await pause(300);
    expect(waitingNames(other)).toEqual([]);
  });

  it('a window that never answers counts as killed', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'don.pdf'), 'pages');
    const desk = await watching(dir, aMemory(), { settleWithinMs: 100 });
    await waits(desk, ['don.pdf']);
    await taken(desk, 'don.pdf');
    await waits(desk, ['don.pdf']);
  });
});

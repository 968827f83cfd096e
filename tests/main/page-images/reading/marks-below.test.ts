import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../../src/main/page-images/make-reading.ts';

const fixture = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '../../../fixtures/pages', name));

describe('[PGM-12] print that stands on its head', () => {
  it.each(['vn05_tt66-2023_p03.png', 'vn09_tt53-2025_p06_chuky.png', 'vn31_tt150-2020_p06_bang.jpg'])(
    'is seen by its marks, and only then: %s',
    async (name) => {
      const page = await fixture(name);
      expect((await makeReading(page, { rotation: 180 })).upsideDown).toBe(true);
      expect((await makeReading(page, { rotation: 0 })).upsideDown).toBe(false);
    },
  );

  it('nothing is said of a card', async () => {
    const card = await fixture('id1_scan300_back.jpg');
    expect((await makeReading(card, { rotation: 180 })).upsideDown).toBe(false);
  });
});

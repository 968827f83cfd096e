import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, ENROLLED, filled, freshFolder, opened, readAll, voided } from './journal-fixture.ts';

describe('read', () => {
  it('[JR-9] gives pages of events in order, also from the middle of a commit', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    await commit(journal, voided(1), voided(2), voided(3));
    await commit(journal, voided(4));
    const seqs = async (afterSeq: number, limit: number) => {
      const page = await journal.read({ afterSeq, limit });
      return page.ok ? page.value.events.map((event) => event.seq) : page.failure.code;
    };
    expect(await seqs(0, 2)).toEqual([1, 2]);
    expect(await seqs(2, 2)).toEqual([3, 4]);
    expect(await seqs(4, 100)).toEqual([5]);
    expect(await seqs(5, 100)).toEqual([]);
    expect(await seqs(99, 100)).toEqual([]);
    await journal.close();
  });

  it('[JR-10] goes on in a new segment and reads across all of them after a restart', async () => {
    const dir = freshFolder();
    await filled(dir, 40, 4096);
    const segments = (await readdir(dir)).filter((name) => name.endsWith('.seg'));
    expect(segments.length).toBeGreaterThan(3);
    const { journal, findings } = await opened(dir, 4096);
    expect(findings).toEqual([]);
    expect((await readAll(journal)).map((event) => event.seq)).toEqual(
      Array.from({ length: 41 }, (_, at) => at + 1),
    );
    expect((await commit(journal, voided(41))).ok).toBe(true);
    await journal.close();
  });

  it('[JR-9] whatever was appended, in whatever commits, restarts and segments, reads back the same', async () => {
    const reason = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    const commits = fc.array(fc.array(reason, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(commits, fc.integer({ min: 1, max: 5 }), async (reasons, restartEvery) => {
        const dir = mkdtempSync(join(tmpdir(), 'journal-law-'));
        try {
          let { journal } = await opened(dir, 3000);
          await commit(journal, ENROLLED);
          for (const [at, group] of reasons.entries()) {
            const done = await commit(journal, ...group.map((text, number) => voided(number + 1, text)));
            expect(done.ok).toBe(true);
            if (at % restartEvery !== 0) continue;
            await journal.close();
            const next = await opened(dir, 3000);
            expect(next.findings).toEqual([]);
            journal = next.journal;
          }
          const read = (await readAll(journal))
            .slice(1)
            .map((event) => 'reason' in event.fact && event.fact.reason);
          expect(read).toEqual(reasons.flat());
          await journal.close();
        } finally {
          rmSync(dir, { recursive: true });
        }
      }),
      { numRuns: 15 },
    );
  });
});

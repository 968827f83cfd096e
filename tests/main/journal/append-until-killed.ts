// Run by kill.test.ts: appends as fast as it can and says what was acknowledged, a line each.
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { CommandId, LeaseId } from '../../../src/shared/base/ids.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';

const opened = await openJournal({
  dir: process.argv[2] ?? '',
  key: Buffer.alloc(32, 7),
  sign: () => 's',
  now: () => '2026-11-21T03:42:00.000Z' as Instant,
  newId: () => v7(),
  // Small, so that kills also fall into rotations.
  segmentBytes: 30_000,
});
if (!opened.ok) throw new Error(opened.failure.code);
const { journal } = opened.value;
for (;;) {
  const facts: Fact[] =
    journal.head().seq === 0
      ? // The journal only asks who the desk is.
        [{ type: 'desk-enrolled', desk: { deskId: 'CN02-Q03' } } as unknown as Fact]
      : [1, 2].map((number) => ({
          type: 'number-voided',
          kind: 'receipt',
          leaseId: '0198f3c0-0000-7000-8000-000000000001' as LeaseId,
          number,
          reason: 'x'.repeat(1 + ((journal.head().seq * 37) % 5000)),
        }));
  const done = await journal.append({
    expectedHead: journal.head(),
    command: v7() as CommandId,
    by: null,
    facts,
  });
  if (!done.ok) throw new Error(done.failure.code);
  writeSync(1, `${done.value.events.map((event) => `${event.seq} ${event.hash}`).join('\n')}\n`);
}

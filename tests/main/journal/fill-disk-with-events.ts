// Run by disk-full.test.ts on a small disk.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { CommandId, LeaseId } from '../../../src/shared/base/ids.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';

const disk = process.argv[2] ?? '';
const dir = join(disk, 'journal');
const segment = join(dir, '00000001.seg');

const voided = (reason: string): Fact => ({
  type: 'number-voided',
  kind: 'receipt',
  leaseId: '0198f3c0-0000-7000-8000-000000000001' as LeaseId,
  number: 1,
  reason,
});
// The journal only asks who the desk is.
const enrolled = { type: 'desk-enrolled', desk: { deskId: 'CN02-Q03' } } as unknown as Fact;

async function open() {
  const result = await openJournal({
    dir,
    key: Buffer.alloc(32, 7),
    sign: () => 's',
    now: () => '2026-11-21T03:42:00.000Z' as Instant,
    newId: () => v7(),
  });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const { journal } = await open();
const append = async (fact: Fact) => {
  const done = await journal.append({
    expectedHead: journal.head(),
    command: v7() as CommandId,
    by: null,
    facts: [fact],
  });
  return done.ok ? 'ok' : done.failure.code;
};
await append(enrolled);
writeFileSync(join(disk, 'ballast'), Buffer.alloc(300_000));

// 20 KB each: five pages of the disk, so that a write is taken in part before it fails.
let acknowledged = 1;
let failure = 'ok';
for (let tries = 0; tries < 200 && failure === 'ok'; tries += 1) {
  failure = await append(voided('x'.repeat(20_000)));
  if (failure === 'ok') acknowledged += 1;
}
const lengthWhenFull = statSync(segment).size;
const headWhenFull = journal.head().seq;
const second = await append(voided('x'.repeat(20_000)));
const lengthAfterSecond = statSync(segment).size;

// Still full: it can be opened and read.
const whileFull = await open();
const readWhileFull = await whileFull.journal.read({ afterSeq: 0, limit: 1000 });
await whileFull.journal.close();

rmSync(join(disk, 'ballast'));
const afterRoom = await append(voided('x'.repeat(20_000)));
await journal.close();
const again = await open();
const read = await again.journal.read({ afterSeq: 0, limit: 1000 });
console.log(
  JSON.stringify({
    failure,
    second,
    grewByRefused: lengthAfterSecond - lengthWhenFull,
    headMovedByRefused: headWhenFull - acknowledged,
    missingWhileFull: acknowledged - (readWhileFull.ok ? readWhileFull.value.events.length : 0),
    afterRoom,
    missing: acknowledged + 1 - (read.ok ? read.value.events.length : 0),
    findings: again.findings.length,
  }),
);

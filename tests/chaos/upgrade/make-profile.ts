// Makes a desk's profile with an older program's own code: five days without a line, 500 dossiers unsent. A process of
// its own, because that code and the fixed clock must be nobody else's.
//   node tests/chaos/upgrade/make-profile.ts --source CHECKOUT --commit ID --out FOLDER [--seed N] [--dossiers N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installJumpingClock } from '../headless-desk/jumping-clock.ts';

const { values } = parseArgs({
  options: {
    source: { type: 'string' },
    commit: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    dossiers: { type: 'string', default: '500' },
  },
});
const { source, commit, out } = values;
if (source === undefined || commit === undefined || out === undefined)
  throw new Error('--source, --commit and --out are needed');
/** A Monday, before the branch opens. */
const FIRST_DAY = Date.parse('2026-11-16T08:00:00+07:00');
const clock = installJumpingClock(FIRST_DAY - Date.now());
// Only now: the older program is to know no other time.
const { workDaysWithoutLine } = await import('./work-days-without-line.ts');
const { made, city } = await workDaysWithoutLine({
  source,
  commit,
  profile: join(out, 'desk'),
  seed: Number(values.seed),
  dossiers: Number(values.dossiers),
  moveClockTo: (day, minute) => {
    const at = FIRST_DAY + day * 86_400_000 + minute * 60_000;
    clock.set(clock.offset() + at - Date.now());
  },
});
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'made.json'), JSON.stringify(made));
writeFileSync(join(out, 'city.json'), JSON.stringify(city));
console.log(`${made.given.length} dossiers, head ${made.head.seq}`);
process.exit(0);

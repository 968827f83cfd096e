import { parseArgs } from 'node:util';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { report } from '../bench/report.ts';
import { runKills } from './kill.ts';

/** `npm run chaos -- kill [--seed N] [--runs 20]`; exit code 1 on any violation. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, runs: { type: 'string', default: '20' } },
});

if (positionals[0] === 'kill') {
  buildIfStale();
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  console.log(`chaos kill: seed ${seed}, ${values.runs} kills`);
  const { rows, violations } = await runKills({ seed, runs: Number(values.runs) });
  const code = await report('chaos', 'kill', rows);
  for (const { rule, what } of violations) console.log(`✘ ${rule} ${what}`);
  process.exit(violations.length > 0 ? 1 : code);
} else {
  console.error('npm run chaos -- NAME, where NAME is one of: kill');
  process.exitCode = 2;
}

import { createPublicKey, verify } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import { atLeast, shown } from '../../bench/report.ts';
import { cityDoorIdentity, strangerIdentity } from '../../support/line-identities.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { type Strangeness, startStrangeProxy } from '../../support/strange-proxy.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { checkBranch } from './check-branch.ts';
import { type DeskAtLine, pause } from './desk-at-line.ts';
import { openLineBranch } from './line-branch.ts';
import { pickByWeight } from './pick-by-weight.ts';

type State = LineStatus['state'];
type Way = {
  readonly how: Strangeness;
  /** What may be said of the line while the health question is met in this way. */
  readonly states: readonly State[];
  readonly weight: number;
};

const UP: readonly State[] = ['up', 'sending', 'city-slow'];
const WAYS: readonly Way[] = [
  { how: 'portal-html', states: ['not-the-city', 'captive-portal'], weight: 3 },
  { how: 'redirect', states: ['not-the-city', 'captive-portal'], weight: 3 },
  { how: 'error-500', states: ['city-failing'], weight: 2 },
  { how: 'busy-503', states: ['city-failing'], weight: 2 },
  { how: 'busy-429', states: ['city-failing'], weight: 2 },
  { how: 'truncated-json', states: ['city-failing'], weight: 3 },
  { how: 'wrong-length', states: ['city-unreachable', 'city-failing'], weight: 3 },
  { how: 'reset', states: ['city-unreachable', 'city-failing'], weight: 3 },
  { how: 'forged-signature', states: ['not-the-city'], weight: 4 },
  { how: 'half-open', states: ['city-unreachable'], weight: 1 },
  { how: 'late', states: UP, weight: 2 },
  { how: 'trickle', states: UP, weight: 2 },
  { how: 'twice', states: UP, weight: 5 },
];
const CALLS: readonly RegExp[] = [
  /health/,
  /events$/,
  /events$/,
  /\/v1\/pages/,
  /\/v1\/pages/,
  /feed/,
  /sessions/,
  /./,
];
const STRANGE_MS = { least: 100, most: 900 };
const MEET_WITHIN_MS = 6000;
const SETTLE_MS = 60_000;
const KILL_SHARE = 0.05;
const SWAP_SHARE = 0.06;

/** Words in the desk's city log that the city did not sign, checked with nothing of the desk's. */
async function countUnsignedWords(desk: DeskAtLine, cityPublicKey: string): Promise<number> {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: cityPublicKey }, format: 'jwk' });
  const words = await desk.ask<'city-words'>({ do: 'city-words' });
  if (!words.ok) return Number.POSITIVE_INFINITY;
  return words.value.filter(
    ({ statement }) =>
      !verify(
        null,
        Buffer.from(canonicalize(statement.body) ?? ''),
        key,
        Buffer.from(statement.signature, 'base64url'),
      ),
  ).length;
}

/**
 * Puts a proxy between desk and city that is strange in `runs` ways: slow, cutting, half-open, delivering twice,
 * truncating, lying, redirecting, refusing, with another certificate. Nothing unsigned may be believed, the line must be
 * called what it is, and once the faults stop everything must come to rest.
 */
export async function runProxy({
  seed,
  runs,
  without,
  only,
}: ChaosOptions & {
  readonly without?: ProtectionName;
  /** The one way to be strange in, to events and feed. */
  readonly only?: Strangeness;
}): Promise<ChaosOutcome> {
  const random = seededRandom(seed);
  const branch = await openLineBranch('proxy', 2);
  const { city, desks, violations, say } = branch;
  const { url, publicKey } = city.address();
  const rootCertificate = join(branch.root, 'city-door.pem');
  await writeFile(rootCertificate, cityDoorIdentity.cert);
  // Desk 1 speaks plainly, desk 2 over TLS; both through a proxy of their own.
  const proxies = [await startStrangeProxy(url), await startStrangeProxy(url, cityDoorIdentity)] as const;
  const met = new Map<Strangeness, number>();
  let swaps = 0;
  let statesLookedAt = 0;
  try {
    for (const { url: directUrl } of proxies)
      await branch.addDesk({ without, directUrl, env: { NODE_EXTRA_CA_CERTS: rootCertificate } });
    for (const desk of desks)
      if (!(await desk.settle(SETTLE_MS))) say('I7', `${desk.deskId}: no first settling`);

    /** Another machine stands where the city stood: it must not be told a word. */
    async function swapCertificate(desk: DeskAtLine, run: number): Promise<void> {
      const [, proxy] = proxies;
      proxy.be('portal-html');
      proxy.becomeSomebodyElse(strangerIdentity);
      await desk.receive(random);
      const tried = await desk.ask<'try-line'>({ do: 'try-line' });
      const state: string = tried.ok ? tried.value.state : 'killed';
      if (!['wrong-certificate', 'city-unreachable'].includes(state))
        say('truth', `run ${run}: somebody else's certificate is called ${state}`);
      if (proxy.timesStrange() > 0)
        say('I4', `run ${run}: a stranger was told ${proxy.timesStrange()} calls`);
      proxy.becomeSomebodyElse(cityDoorIdentity);
      proxy.be('honest');
      swaps += 1;
    }

    for (let run = 1; run <= runs; run += 1) {
      const index = random.chance(0.5) ? 1 : 0;
      const desk = desks[index] as DeskAtLine; // both are there
      const proxy = proxies[index];
      if (index === 1 && random.chance(SWAP_SHARE * 2)) await swapCertificate(desk, run);
      else {
        const { how, states } = WAYS.find((way) => way.how === only) ?? pickByWeight(WAYS, random);
        const call =
          only !== undefined ? /events$|feed/ : (CALLS[Math.floor(random.next() * CALLS.length)] ?? /./);
        proxy.be(how, call);
        await desk.receive(random);
        const health = call.test('/v1/health');
        const tried = desk.ask<'try-line'>({ do: 'try-line' });
        for (const untilMs = performance.now() + MEET_WITHIN_MS; proxy.timesStrange() === 0; await pause(10))
          if (performance.now() > untilMs) break;
        if (health) {
          const answer = await tried;
          const state = answer.ok ? answer.value.state : null;
          statesLookedAt += 1;
          if ((state === null || !states.includes(state)) && !(call.source === '.' && UP === states))
            say('truth', `run ${run}: ${how} is called ${state}`);
        }
        await pause(random.between(STRANGE_MS.least, STRANGE_MS.most));
        if (proxy.timesStrange() > 0) met.set(how, (met.get(how) ?? 0) + 1);
        if (random.chance(KILL_SHARE)) await desk.kill();
        proxy.be('honest');
      }
      if (!(await desk.settle(SETTLE_MS))) say('I7', `run ${run}: ${JSON.stringify(await desk.line())}`);
      if (run % 50 === 0) {
        console.log(`  ${run}/${runs}: ${violations.length} violations, ${branch.seconds()} s`);
      }
    }
    for (const desk of desks) {
      const unsigned = await countUnsignedWords(desk, publicKey);
      if (unsigned > 0) say('truth', `${desk.deskId} believes ${unsigned} words that the city never signed`);
    }
    const last = await checkBranch(city, desks);
    violations.push(...last.violations);
    const all = [...met.values()].reduce((sum, n) => sum + n, 0);
    return branch.outcome([
      shown('seed', seed, ''),
      atLeast('rounds in which the desk met it', all + swaps, '', Math.floor(runs * 0.8)),
      ...WAYS.map(({ how }) => shown(`  ${how}`, met.get(how) ?? 0, '')),
      shown('  certificate of somebody else', swaps, ''),
      shown('times that the state of the line was compared', statesLookedAt, ''),
      shown('dossiers given to citizens', branch.given(), ''),
      shown('seconds until the city had everything', last.drainSeconds, 's'),
    ]);
  } finally {
    await branch.close();
    for (const proxy of proxies) await proxy.stop();
  }
}

import type { z } from 'zod';
import { Instant } from '../../shared/base/dates.ts';
import { toHanoiTime } from '../../shared/base/hanoi-time.ts';
import { CommandId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import type { Failure } from '../../shared/base/result.ts';
import { LeaseReply, LeaseRequest } from '../../shared/contracts/city/leases.ts';
import type { ReferenceData } from '../../shared/contracts/city/reference.ts';
import { checkNewLease } from '../../shared/domain/number-lease/check-lease.ts';
import type { NumberLease } from '../../shared/domain/number-lease/number-lease.ts';
import type { CityRequest } from './city-request.ts';
import { findLeaseWants, scopesOf } from './lease-wants.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { LinePorts } from './ports.ts';
import { keepRefusedLeases } from './refused-leases.ts';
import { isSaidByCity } from './signed-words.ts';

const NAME = 'lease-request';
const TIMEOUT_MS = 30_000;
/** When a reply does not fill what was wanted, asking again at once would only eat numbers. */
const ASK_AGAIN_AFTER_MS = 10 * 60_000;

export type LeaseKeeping = {
  readonly fill: (reference: ReferenceData) => Promise<Answer<null>>;
  /** What is to be asked for, durable; asked for the same again only after ten minutes; null when nothing is wanted. */
  readonly ask: (reference: ReferenceData) => Promise<LeaseRequest | null>;
  /** Takes numbers that the city lent, however its word came; `statement` as it came, parsed before. */
  readonly take: (statement: z.infer<typeof LeaseReply>) => Promise<Answer<null>>;
};

/**
 * Keeps number blocks ahead. The request is saved before it is sent and forgotten only when its leases are facts, so a
 * lost reply or a power cut asks again with the same id and is lent the same blocks.
 */
export function createLeaseKeeping(
  ports: Pick<
    LinePorts,
    | 'enrolment'
    | 'store'
    | 'leases'
    | 'codesAwaited'
    | 'appendFacts'
    | 'verify'
    | 'now'
    | 'newId'
    | 'log'
    | 'onRefusedLeases'
  >,
  request: CityRequest,
): LeaseKeeping {
  const { desk, cityPublicKey } = ports.enrolment;
  let lastAsked = { atMs: Number.NEGATIVE_INFINITY, scopes: '' };
  let pending: LeaseRequest | null | undefined;

  async function savedRequest(): Promise<LeaseRequest | null> {
    if (pending === undefined) {
      const saved = LeaseRequest.safeParse(await ports.store.load(NAME));
      pending = saved.success ? saved.data : null;
    }
    return pending;
  }

  async function nextRequest(reference: ReferenceData): Promise<LeaseRequest | null> {
    const saved = await savedRequest();
    if (saved !== null) return saved;
    const now = ports.now();
    const today = toHanoiTime(Instant.parse(now.toISOString())).date;
    const wants = findLeaseWants({
      leases: ports.leases(),
      awaited: ports.codesAwaited(),
      today,
      unitCode: desk.branch.unitCode,
      calendar: reference.calendar,
    });
    const again = scopesOf(wants) === lastAsked.scopes && ports.leases().size > 0;
    const tooSoon = again && Math.abs(now.getTime() - lastAsked.atMs) < ASK_AGAIN_AFTER_MS;
    if (wants.length === 0 || tooSoon) return null;
    const asked: LeaseRequest = { requestId: ports.newId(), wants: [...wants] };
    // Only then is it to be sent: a store that is full throws here.
    await ports.store.save(NAME, asked);
    lastAsked = { atMs: now.getTime(), scopes: scopesOf(wants) };
    pending = asked;
    return pending;
  }

  async function forget(): Promise<void> {
    await ports.store.save(NAME, null);
    pending = null;
  }

  /** Never used, and never passed over in silence: the city may have lent these numbers to somebody else too. */
  async function tellRefused(
    refused: readonly { readonly lease: NumberLease; readonly failure: Failure }[],
  ): Promise<void> {
    for (const { lease, failure } of refused)
      ports.log('lease-not-taken', { leaseId: lease.leaseId, code: failure.code });
    // A city put back to an older state lends the next block when asked again.
    lastAsked = { ...lastAsked, scopes: '' };
    ports.onRefusedLeases?.(await keepRefusedLeases(ports.store, ports.now(), refused));
  }

  async function take(statement: z.infer<typeof LeaseReply>): Promise<Answer<null>> {
    const { deskId, requestId, leases } = LeaseReply.parse(statement).body;
    if (!isSaidByCity(statement, cityPublicKey, ports.verify) || deskId !== desk.deskId)
      return faulty('not-the-city', 'lease-not-signed');
    const fresh: NumberLease[] = [];
    const refused: { lease: NumberLease; failure: Failure }[] = [];
    for (const lease of leases) {
      const checked = checkNewLease(ports.leases(), lease, desk.branch.unitCode);
      if (checked.ok) fresh.push(lease);
      else if (checked.failure.code !== 'lease-already-held')
        refused.push({ lease, failure: checked.failure });
    }
    if (refused.length > 0) await tellRefused(refused);
    if (fresh.length > 0) {
      const appended = await ports.appendFacts(
        CommandId.parse(requestId),
        fresh.map((lease) => ({ type: 'number-lease-received', lease })),
      );
      // The request stays and is asked again with the same id.
      if (!appended.ok) return faulty('desk-trouble', appended.failure.code);
    }
    if ((await savedRequest())?.requestId === requestId) await forget();
    return given(null);
  }

  /** Two at once (a fill and a stick that is written) would save two requests, and the blocks of the first were lost. */
  const inTurn = oneAtATime();
  const ask = (reference: ReferenceData): Promise<LeaseRequest | null> =>
    inTurn(() => nextRequest(reference));

  return {
    ask,
    take,
    fill: async (reference) => {
      const asked = await ask(reference);
      if (asked === null) return given(null);
      const answer = await request({
        method: 'POST',
        path: '/v1/leases',
        body: asked,
        timeoutMs: TIMEOUT_MS,
        reply: LeaseReply,
      });
      if (!answer.ok) {
        // A request that the city cannot read would stand in the way of every later one.
        if (answer.fault.code === 'bad-request') {
          ports.log('lease-request-refused', { requestId: asked.requestId });
          await forget();
        }
        return answer;
      }
      const statement = answer.value.raw as typeof answer.value.parsed; // parsed above; unparsed for the signature
      if (statement.body.requestId !== asked.requestId) return faulty('not-the-city', 'lease-not-signed');
      return take(statement);
    },
  };
}

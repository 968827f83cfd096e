import { z } from 'zod';
import { ReferenceData, ReferenceReply } from '../../shared/contracts/city/reference.ts';
import type { SignedStatement } from '../../shared/contracts/city/signed-statement.ts';
import type { CityRequest } from './city-request.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { LinePorts, LineStore } from './ports.ts';
import { isSaidByCity } from './signed-words.ts';

const NAME = 'reference';
const TIMEOUT_MS = 60_000;
/** Officers' credentials run out; a daily copy keeps them good. */
const RENEW_AFTER_MS = 24 * 3_600_000;
const Kept = z.object({ reference: ReferenceData, fetchedAt: z.string() });
/** `fetchedAt`: when the city last sent it, signed; at least once a day while the line is up. */
export type KeptReference = Readonly<z.infer<typeof Kept>>;

/** The reference data as last heard from the city; null before the first time. */
export async function loadReference(store: LineStore): Promise<KeptReference | null> {
  const kept = Kept.safeParse(await store.load(NAME));
  return kept.success ? kept.data : null;
}

export type ReferenceCopy = {
  readonly current: () => ReferenceData | null;
  readonly refresh: () => Promise<Answer<null>>;
  /** Takes what the city said of it, however it came; `statement` as it came, parsed before. */
  readonly take: (statement: SignedStatement<ReferenceData>) => Promise<Answer<null>>;
};

/** Keeps the desk's copy of the reference data; only a signed, not older one replaces it, and only once saved. */
export async function openReferenceCopy(
  ports: Pick<LinePorts, 'enrolment' | 'store' | 'verify' | 'now' | 'onReference'>,
  request: CityRequest,
): Promise<ReferenceCopy> {
  const found = Kept.safeParse(await ports.store.load(NAME));
  let kept = found.success ? found.data : null;

  async function take(statement: SignedStatement<ReferenceData>): Promise<Answer<null>> {
    if (!isSaidByCity(statement, ports.enrolment.cityPublicKey, ports.verify))
      return faulty('not-the-city', 'reference-not-signed');
    const reference = ReferenceData.parse(statement.body);
    if (kept !== null && reference.version < kept.reference.version) return given(null);
    const fresh = { reference, fetchedAt: ports.now().toISOString() };
    await ports.store.save(NAME, fresh);
    kept = fresh;
    ports.onReference?.(fresh);
    return given(null);
  }

  return {
    current: () => kept?.reference ?? null,
    take,
    refresh: async () => {
      const ageMs = kept === null ? Infinity : Math.abs(ports.now().getTime() - Date.parse(kept.fetchedAt));
      const since = ageMs > RENEW_AFTER_MS ? 0 : (kept?.reference.version ?? 0);
      const answer = await request({
        method: 'GET',
        path: `/v1/reference?since=${since}`,
        timeoutMs: TIMEOUT_MS,
        reply: ReferenceReply,
      });
      if (!answer.ok) return answer;
      const { parsed, raw } = answer.value;
      if (parsed.kind === 'unchanged') return given(null);
      const { statement } = raw as typeof parsed; // parsed above; unparsed for the signature
      return take(statement);
    },
  };
}

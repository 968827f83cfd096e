import type { Failure, Result } from '../../shared/base/result.ts';
import { fail, ok } from '../../shared/base/result.ts';
import { EnrolmentReply } from '../../shared/contracts/city/enrolment.ts';
import { createCityRequest } from './city-request.ts';
import { createExchange } from './exchange.ts';
import type { Enrolment, Verify } from './ports.ts';
import { createRoute, isLoopback, type ResolveProxy } from './route.ts';
import { isSaidByCity } from './signed-words.ts';

export type EnrolFailure = Failure<
  | 'city-address-invalid'
  | 'no-network'
  | 'no-name'
  | 'city-unreachable'
  | 'captive-portal'
  | 'proxy-login'
  | 'wrong-clock'
  | 'wrong-certificate'
  | 'not-the-city'
  | 'city-failing'
  | 'enrolment-code-unknown'
  | 'enrolment-code-used'
  | 'enrolment-refused'
>;

/** https, or this very machine (the practice city); dossiers of citizens never go over an open line. */
function isSafeAddress(cityUrl: string): boolean {
  if (!URL.canParse(cityUrl)) return false;
  const { protocol, hostname } = new URL(cityUrl);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/**
 * Gives this desk its name: a one-time code and the desk's public key for the desk, its branch and the city's key.
 * A lost reply does no harm: the same code with the same key gives the same reply.
 */
export async function enrol(
  ports: {
    readonly deskPublicKey: string;
    readonly verify: Verify;
    readonly hasNetwork: () => boolean;
    readonly resolveProxy?: ResolveProxy;
  },
  order: { readonly cityUrl: string; readonly code: string; readonly signal?: AbortSignal },
): Promise<Result<Enrolment, EnrolFailure>> {
  if (!isSafeAddress(order.cityUrl)) return fail('city-address-invalid', 'officer-decides');
  const signal = order.signal ?? new AbortController().signal;
  const nowMs = () => performance.now();
  const route = createRoute({
    cityUrl: order.cityUrl,
    resolveProxy: ports.resolveProxy,
    log: () => undefined,
  });
  await route.renew();
  const exchange = createExchange({
    cityUrl: order.cityUrl,
    route,
    signal,
    nowMs,
    onBytes: () => undefined,
  });
  const request = createCityRequest({ exchange, signal, hasNetwork: ports.hasNetwork });
  const answer = await request({
    method: 'POST',
    path: '/v1/enrolments',
    body: { code: order.code, deskPublicKey: ports.deskPublicKey },
    timeoutMs: 20_000,
    reply: EnrolmentReply,
  });
  route.startAfresh();
  if (!answer.ok) {
    const { kind, code } = answer.fault;
    if (kind === 'stopped' || kind === 'desk-trouble') return fail('city-unreachable', 'retry-later');
    if (kind !== 'refused') return fail(kind, 'retry-later');
    if (code === 'enrolment-code-unknown' || code === 'enrolment-code-used')
      return fail(code, 'officer-decides');
    return fail('enrolment-refused', 'call-support', { code });
  }
  const { raw, parsed } = answer.value;
  const statement = raw as typeof parsed; // it has just been parsed; unparsed for the signature
  const { desk, deskPublicKey, cityPublicKey } = parsed.body;
  if (deskPublicKey !== ports.deskPublicKey || !isSaidByCity(statement, cityPublicKey, ports.verify))
    return fail('not-the-city', 'call-support');
  return ok({ cityUrl: order.cityUrl, desk, cityPublicKey });
}

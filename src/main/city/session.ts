import { HealthReply, SessionReply } from '../../shared/contracts/city/session.ts';
import type { CityRequest } from './city-request.ts';
import { isAboutDates } from './find-fault.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import type { LinePorts } from './ports.ts';
import { isSaidByCity } from './signed-words.ts';

/** A city that is only slow shall be heard; a line that is dead shows while connecting, sooner than this. */
const HEALTH_TIMEOUT_MS = 15_000;
const SESSION_TIMEOUT_MS = 15_000;
const RENEW_BEFORE_MS = 60_000;
/** More than this between the clocks is told: dossier codes and papers carry the desk's date. */
const CLOCKS_AGREE_MS = 120_000;

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export type Session = {
  /** Asks for a signed echo of a nonce; ok only when it was the city that answered. */
  readonly checkHealth: () => Promise<Answer<{ readonly cityName: string }>>;
  /** A token that is still good, asked for when needed. */
  readonly token: () => Promise<Answer<string>>;
  /** By the last signed health reply. */
  readonly clockDiffers: () => boolean;
  /** The city did not know the token: the next call gets a new one. */
  readonly forget: () => void;
};

export function createSession(
  ports: Pick<LinePorts, 'enrolment' | 'sign' | 'verify' | 'now' | 'newId' | 'log'>,
  request: CityRequest,
): Session {
  const { desk, cityPublicKey } = ports.enrolment;
  /** City's clock minus the desk's, from the last signed word: assertions carry the city's time. */
  let clockOffsetMs = 0;
  const clockDiffers = (): boolean => Math.abs(clockOffsetMs) > CLOCKS_AGREE_MS;
  let held: { readonly token: string; readonly goodUntilMs: number } | null = null;

  /** Compact JWS made by hand, because the private key does not leave its place: it only signs. */
  async function makeAssertion(): Promise<string> {
    const iat = Math.floor((ports.now().getTime() + clockOffsetMs) / 1000);
    const claims = {
      iss: desk.deskId,
      sub: desk.deskId,
      aud: cityPublicKey,
      jti: ports.newId(),
      iat,
      exp: iat + 45,
    };
    const signed = `${base64url({ alg: 'EdDSA', typ: 'JWT' })}.${base64url(claims)}`;
    return `${signed}.${await ports.sign(Buffer.from(signed, 'ascii'))}`;
  }

  /** `anyCertificate`: the answer is signed by the city itself, so whose line it came over does not matter. */
  async function askHealth(anyCertificate: boolean): Promise<Answer<{ readonly cityName: string }>> {
    const nonce = ports.newId();
    const answer = await request({
      method: 'GET',
      path: `/v1/health?nonce=${nonce}`,
      timeoutMs: HEALTH_TIMEOUT_MS,
      reply: HealthReply,
      ...(anyCertificate ? { anyCertificate } : {}),
    });
    // Before the first signed word even a 4xx with a well-formed code proves nothing.
    if (!answer.ok)
      return answer.fault.kind === 'refused' ? faulty('not-the-city', answer.fault.code) : answer;
    const statement = answer.value.raw as typeof answer.value.parsed; // parsed above; unparsed for the signature
    if (statement.body.nonce !== nonce || !isSaidByCity(statement, cityPublicKey, ports.verify))
      return faulty('not-the-city', 'health-not-signed');
    clockOffsetMs = Date.parse(statement.body.cityTime) - ports.now().getTime();
    if (clockDiffers()) ports.log('clock-differs', { seconds: Math.round(clockOffsetMs / 1000) });
    return given({ cityName: statement.body.name });
  }

  return {
    checkHealth: async () => {
      const health = await askHealth(false);
      if (health.ok || !isAboutDates(health.fault)) return health;
      // The certificate is of another time, or this machine is: the city's own signed word says which.
      const anyway = await askHealth(true);
      return anyway.ok && clockDiffers() ? faulty('wrong-clock', health.fault.code) : health;
    },
    token: async () => {
      if (held !== null && ports.now().getTime() < held.goodUntilMs) return given(held.token);
      const answer = await request({
        method: 'POST',
        path: '/v1/sessions',
        body: { deskId: desk.deskId, assertion: await makeAssertion() },
        timeoutMs: SESSION_TIMEOUT_MS,
        // The city takes an assertion for a replay when it comes again.
        once: true,
        reply: SessionReply,
      });
      if (!answer.ok) return answer;
      const { token, expiresAt, cityTime } = answer.value.parsed;
      const lifeMs = Date.parse(expiresAt) - Date.parse(cityTime);
      held = { token, goodUntilMs: ports.now().getTime() + lifeMs - RENEW_BEFORE_MS };
      return given(token);
    },
    clockDiffers,
    forget: () => {
      held = null;
    },
  };
}

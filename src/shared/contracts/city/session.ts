import { z } from 'zod';
import { signedStatement } from './signed-statement.ts';

/**
 * `POST /v1/sessions`: a private_key_jwt assertion, alg EdDSA, signed by the desk key: iss = sub = desk id,
 * aud = the city's public key (an address would differ behind a proxy), a fresh jti, exp at most 60 s after iat.
 * Times are the city's as the signed health reply told them, so a desk with a wrong clock gets in all the same.
 */
export const SessionRequest = z.object({ deskId: z.string(), assertion: z.string() });

/** `token` goes into `Authorization: Bearer` of every later call. */
export const SessionReply = z.object({ token: z.string(), expiresAt: z.string(), cityTime: z.string() });

/** `GET /v1/health?nonce=`: signed, so that a captive portal or proxy page cannot pass for the city. */
export const HealthReply = signedStatement(
  z.object({ nonce: z.string(), cityTime: z.string(), name: z.string() }),
);

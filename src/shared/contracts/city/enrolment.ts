import { z } from 'zod';
import { Desk } from '../../domain/desk/desk.ts';
import { signedStatement } from './signed-statement.ts';

/** `POST /v1/enrolments`: one-time code + the desk's public key (base64url of the raw 32 bytes). */
export const EnrolmentRequest = z.object({ code: z.string().min(4), deskPublicKey: z.string() });
export const EnrolmentReply = signedStatement(
  z.object({ desk: Desk, deskPublicKey: z.string(), cityPublicKey: z.string(), enrolledAt: z.string() }),
);
export type EnrolmentReply = z.infer<typeof EnrolmentReply>;

/** `POST /v1/sessions`: a private_key_jwt assertion (jose, EdDSA; iss=sub=desk, aud=city base URL, jti, exp ≤ 60 s). */
export const SessionRequest = z.object({ deskId: z.string(), assertion: z.string() });
export const SessionReply = z.object({ token: z.string(), expiresAt: z.string(), cityTime: z.string() });

/** `GET /v1/health?nonce=`: signed, so that a captive portal or proxy page cannot pass for the city. */
export const HealthReply = signedStatement(
  z.object({ nonce: z.string(), cityTime: z.string(), name: z.string() }),
);

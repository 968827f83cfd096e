import { z } from 'zod';
import { Desk } from '../../domain/desk/desk.ts';
import { signedStatement } from './signed-statement.ts';

/**
 * `POST /v1/enrolments`: one-time code + the desk's public key (base64url of the raw 32 bytes).
 * The same code with the same key again → the same reply (the first one may have been lost); with another key → 409.
 * Signed with the very key it brings: the desk believes it from here on, and checks that `deskPublicKey` is its own.
 */
export const EnrolmentRequest = z.object({ code: z.string().min(4), deskPublicKey: z.string() });
export const EnrolmentReply = signedStatement(
  z.object({ desk: Desk, deskPublicKey: z.string(), cityPublicKey: z.string(), enrolledAt: z.string() }),
);
export type EnrolmentReply = z.infer<typeof EnrolmentReply>;
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

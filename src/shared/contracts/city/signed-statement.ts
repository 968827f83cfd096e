import { z } from 'zod';

/**
 * Something the city says and signs: Ed25519 (base64url) over the RFC 8785 form of `body`.
 * Nothing unsigned ever changes what the desk believes.
 */
export const signedStatement = <T extends z.ZodType>(body: T) =>
  z.object({ body, keyId: z.string(), signature: z.string() });
export type SignedStatement<T> = { readonly body: T; readonly keyId: string; readonly signature: string };

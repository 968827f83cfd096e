import canonicalize from 'canonicalize';
import type { SignedStatement } from '../../shared/contracts/city/signed-statement.ts';
import { verifyBytes } from './ed25519.ts';

/**
 * Did the city say this? Checks the Ed25519 signature over the RFC 8785 form of `body`.
 * Give it the statement as it came over the line: a schema that drops unknown keys would change what was signed.
 */
export function verifyStatement(cityPublicKey: string, statement: SignedStatement<unknown>): boolean {
  const text = canonicalize(statement.body);
  return text !== undefined && verifyBytes(cityPublicKey, Buffer.from(text, 'utf8'), statement.signature);
}

import { canonicalJson } from '../../shared/base/canonical-json.ts';
import type { SignedStatement } from '../../shared/contracts/city/signed-statement.ts';
import type { Verify } from './ports.ts';

/** Whether the city said this: its signature over the RFC 8785 form of `body` as it came, nothing parsed away. */
export function isSaidByCity(
  statement: SignedStatement<unknown>,
  cityPublicKey: string,
  verify: Verify,
): boolean {
  return verify(cityPublicKey, Buffer.from(canonicalJson(statement.body), 'utf8'), statement.signature);
}

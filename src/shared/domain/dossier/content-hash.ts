import { canonicalJson, type Sha256Hex } from '../../base/canonical-json.ts';
import type { Sha256 } from '../../base/ids.ts';
import type { DossierContent } from './dossier-received.ts';

/** What a supervisor approves: SHA-256 over the RFC 8785 form of the whole content. */
export const contentHashOf = (content: DossierContent, sha256Hex: Sha256Hex): Sha256 =>
  // The handed-in hash gives 64 lower-case digits; a wrong one shows at the first approval.
  sha256Hex(canonicalJson(content)) as Sha256;

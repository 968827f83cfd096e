import { v7 } from 'uuid';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';

/** As much of a received dossier as matters to whoever copies it: its number and one page. The journal judges nothing. */
export const receivedWith = (sha256: string, code = `H26.40.02-261121-${v7().slice(-4)}`): Fact =>
  ({
    type: 'dossier-received',
    dossierId: v7(),
    code,
    content: { papers: [{ pages: [{ sha256, byteLength: 6 }] }] },
  }) as unknown as Fact;

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../../../src/main/bridge/make-document.ts';
import type { DocumentRequest } from '../../../src/main/documents/document-request.ts';
import type { DocumentStore } from '../../../src/main/page-store/page-store.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { dossierId, ha, openDesk, run } from '../../shared/support/a-desk.ts';
import { contentFor, receive } from '../../shared/support/a-dossier.ts';
import { birth } from '../../shared/support/sample-procedures.ts';

const state = run(openDesk(), receive(1)).state;
const free = run(openDesk(), receive(1, contentFor(birth))).state;

function aPress(full = false) {
  const requests: DocumentRequest[] = [];
  const kept: string[] = [];
  return {
    requests,
    kept,
    parts: {
      maker: {
        make: async (request: DocumentRequest) => {
          requests.push(request);
          const bytes = Buffer.from(JSON.stringify(request));
          const documentId = createHash('sha256').update(bytes).digest('hex') as Sha256;
          return ok({ documentId, fileName: `${request.kind}.pdf`, bytes });
        },
        close: async () => undefined,
      },
      documents: {
        put: async (_bytes: Uint8Array, meta: { fileName: string }) => {
          if (full) return fail('disk-full', 'officer-decides');
          kept.push(meta.fileName);
          return ok({});
        },
      } as unknown as DocumentStore,
    },
  };
}

describe('a paper', () => {
  it('[BR-8] shows what the journal has: dossier, numbers, who received', async () => {
    const { parts, requests, kept } = aPress();
    const slip = await makeDocument(parts, state, { kind: 'intake-slip', dossierId: dossierId(1) });
    const receipt = await makeDocument(parts, state, { kind: 'fee-receipt', dossierId: dossierId(1) });
    const dossier = state.dossiers.get(dossierId(1));
    expect(requests[0]).toEqual({
      kind: 'intake-slip',
      facts: { desk: state.desk, dossier, slip: dossier?.slip, receivedBy: ha },
    });
    expect(requests[1]).toMatchObject({
      kind: 'fee-receipt',
      facts: { dossier: { code: dossier?.code }, issuedBy: ha },
    });
    // The fee's name stands behind the procedure's; everything else is the fact as it is.
    const issued = requests[1]?.kind === 'fee-receipt' ? requests[1].facts.receipt : undefined;
    expect({ ...issued, lines: [] }).toEqual({ ...dossier?.receipt, lines: [] });
    expect(issued?.lines.map(({ name }) => name)).toEqual(
      dossier?.receipt?.lines.map(({ name }) => `${dossier.content.procedure.name}: ${name}`),
    );
    if (!slip.ok || !receipt.ok) throw new Error('not made');
    expect(slip.value.url).toBe(`/documents/${slip.value.documentId}.pdf`);
    expect(kept).toEqual(['intake-slip.pdf', 'fee-receipt.pdf']);
  });

  it('[BR-8] the same facts give the same document', async () => {
    const { parts } = aPress();
    const once = await makeDocument(parts, state, { kind: 'intake-slip', dossierId: dossierId(1) });
    expect(await makeDocument(parts, state, { kind: 'intake-slip', dossierId: dossierId(1) })).toEqual(once);
  });

  it('[BR-8] without its fact there is no paper: no money was taken, no such dossier', async () => {
    const { parts, requests } = aPress();
    expect(await makeDocument(parts, free, { kind: 'fee-receipt', dossierId: dossierId(1) })).toMatchObject({
      failure: { code: 'paper-without-facts' },
    });
    expect(await makeDocument(parts, state, { kind: 'intake-slip', dossierId: dossierId(2) })).toMatchObject({
      failure: { code: 'dossier-unknown' },
    });
    expect(requests).toEqual([]);
  });

  it('[SEP-2] a separator sheet needs no dossier', async () => {
    const { parts, requests, kept } = aPress();
    expect(await makeDocument(parts, state, { kind: 'separator-sheet' })).toMatchObject({ ok: true });
    expect(requests).toEqual([{ kind: 'separator-sheet' }]);
    expect(kept).toEqual(['separator-sheet.pdf']);
  });

  it('one that cannot be kept is not shown', async () => {
    expect(
      await makeDocument(aPress(true).parts, state, { kind: 'intake-slip', dossierId: dossierId(1) }),
    ).toMatchObject({
      failure: { code: 'disk-full' },
    });
  });
});

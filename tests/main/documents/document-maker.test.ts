import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentMaker, type DocumentMaker } from '../../../src/main/documents/document-maker.ts';
import type { DocumentRequest } from '../../../src/main/documents/document-request.ts';
import { loadFont } from './package-fonts.ts';
import { checkWithQpdf, pageTexts } from './pdf-tools.ts';
import { receiptFacts, slipFacts } from './sample-facts.ts';

const REAL_WORKER = new URL('../../../src/main/documents/document-worker.ts', import.meta.url);
const FAULTY_WORKER = new URL('./faulty-worker.ts', import.meta.url);

const told = (amountInWords: string): DocumentRequest => ({
  kind: 'fee-receipt',
  facts: { ...receiptFacts, amountInWords },
});

describe('document maker', () => {
  const makers: DocumentMaker[] = [];
  const defects: [string, unknown][] = [];
  const start = (options: Partial<Parameters<typeof createDocumentMaker>[0]>): DocumentMaker => {
    const maker = createDocumentMaker({
      workerUrl: FAULTY_WORKER,
      loadFont,
      reportDefect: (code, defect) => defects.push([code, defect]),
      ...options,
    });
    makers.push(maker);
    return maker;
  };
  afterEach(async () => {
    for (const maker of makers.splice(0)) await maker.close();
    defects.length = 0;
  });

  it('[DOC-1] makes both papers in its thread and names each by its hash', async () => {
    const maker = start({ workerUrl: REAL_WORKER });
    const [slip, receipt, reprint] = await Promise.all([
      maker.make({ kind: 'intake-slip', facts: slipFacts }),
      maker.make({ kind: 'fee-receipt', facts: receiptFacts }),
      maker.make({ kind: 'intake-slip', facts: slipFacts }),
    ]);
    expect(defects).toEqual([]);
    if (!slip.ok || !receipt.ok || !reprint.ok) throw new Error('not made');
    for (const { value } of [slip, receipt]) {
      expect(value.documentId).toBe(createHash('sha256').update(value.bytes).digest('hex'));
      checkWithQpdf(value.bytes);
    }
    expect(slip.value.fileName).toBe('giay-tiep-nhan-H26.40.02-261121-3017.pdf');
    expect(receipt.value.fileName).toBe('bien-lai-26TAA-00000123.pdf');
    expect(pageTexts(receipt.value.bytes)[0]).toContain('BIÊN LAI THU PHÍ, LỆ PHÍ');
    expect(reprint.value.documentId).toBe(slip.value.documentId);
  });

  it('[DOC-7] gives up on a worker that hangs, and serves the next request', async () => {
    const maker = start({ timeoutMs: 1500 });
    const [hung, next] = await Promise.all([maker.make(told('hang')), maker.make(told('bon'))]);
    expect(hung).toEqual({ ok: false, failure: { code: 'document-maker-hung', remedy: 'retry-later' } });
    expect(next).toMatchObject({ ok: true, value: { bytes: new TextEncoder().encode('bon') } });
    expect(defects).toEqual([['document-maker-hung', 'no answer in 1500 ms']]);
  });

  it.each(['crash', 'leave', 'refuse'])('[DOC-7] survives a worker that does this: %s', async (order) => {
    const maker = start({});
    expect(await maker.make(told(order))).toMatchObject({
      ok: false,
      failure: { code: 'document-not-made' },
    });
    expect(await maker.make(told('bon'))).toMatchObject({ ok: true });
    expect(defects).toHaveLength(1);
  });

  it('reports the kind of a defect and where it is', async () => {
    const maker = start({ workerUrl: REAL_WORKER });
    const facts = { ...receiptFacts, receipt: { ...receiptFacts.receipt, issuedAt: 'no moment' } };
    expect(await maker.make({ kind: 'fee-receipt', facts } as unknown as DocumentRequest)).toMatchObject({
      failure: { code: 'document-not-made' },
    });
    expect(defects[0]?.[1]).toMatch(/Error\n +at .*documents/s);
  });

  it('tells a font that is missing, and works once it is there', async () => {
    let there = false;
    const maker = start({
      loadFont: (name) => (there ? loadFont(name) : Promise.reject(new Error(`ENOENT ${name}`))),
    });
    expect(await maker.make(told('bon'))).toMatchObject({ failure: { code: 'document-font-missing' } });
    there = true;
    expect(await maker.make(told('bon'))).toMatchObject({ ok: true });
  });
});

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { AmountVnd } from '../../../src/shared/base/money.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { ReceiptIssued } from '../../../src/shared/domain/receipt/receipt.ts';
import { practiceContent } from '../../main/city/practice-desk.ts';
import { enrolByHand } from '../enrol-by-hand.ts';
import { borrowByHand, enrolledFact, intakeFacts, sha256Of } from '../intake-by-hand.ts';
import { takePage } from '../pages/take-page.ts';
import { startCity } from '../start-city.ts';
import { exportNational } from './export-national.ts';
import { NationalRecord, ProgressRequest, SyncRequest } from './national-record.ts';
import { portalTime } from './portal-time.ts';
import { type HeldDossier, toNationalRecord } from './to-national-record.ts';

const PAGE = 'a'.repeat(64) as Sha256;
const OTHER_PAGE = 'b'.repeat(64) as Sha256;

/** What is found at a desk, from the plain to the strange. */
const held: fc.Arbitrary<HeldDossier & { readonly dueAt: string }> = fc
  .record({
    number: fc.integer({ min: 1, max: 999_999 }),
    status: fc.constantFrom('received', 'submitted', 'approved', 'returned', 'withdrawn'),
    receivedAt: fc.date({ min: new Date('2026-07-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
    dueMs: fc.integer({ min: 0, max: 400 * 86_400_000 }),
    fullName: fc.constantFrom('Trần Văn Bình', 'H’Hen Niê', 'Nguyễn Thị Ánh Tuyết'),
    personalId: fc.constantFrom('001190000017', '012345678', 'C1234567', 'N0123456'),
    delegated: fc.boolean(),
    note: fc.string({ maxLength: 2000 }),
    procedureName: fc.string({ minLength: 1, maxLength: 1500 }).filter((name) => name.trim() !== ''),
    here: fc.subarray([PAGE, OTHER_PAGE]),
    papers: fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 5000 }).filter((name) => name.trim() !== ''),
        requirement: fc.option(fc.nat(5)),
        originals: fc.nat(3),
        copies: fc.nat(3),
        pages: fc.subarray([PAGE, OTHER_PAGE]),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fees: fc.array(
      fc.record({
        unitVnd: fc.integer({ min: 0, max: 900_000_000 }),
        quantity: fc.integer({ min: 1, max: 999 }),
      }),
      { maxLength: 3 },
    ),
    paid: fc.boolean(),
  })
  .map((made) => {
    const base = practiceContent([{ sha256: PAGE, byteLength: 10 }]);
    const [paper] = base.papers;
    const [page] = paper?.pages ?? [];
    if (paper === undefined || page === undefined) throw new Error('no paper');
    const feeLines = made.fees.map((fee) => ({
      name: 'Lệ phí',
      unitVnd: fee.unitVnd as AmountVnd,
      quantity: fee.quantity,
      checkedByOfficer: true,
    }));
    const content = DossierContent.parse({
      ...base,
      procedure: { ...base.procedure, name: made.procedureName },
      applicant: { ...base.applicant, fullName: made.fullName, personalId: made.personalId },
      delegation: made.delegated
        ? { ownerName: 'Lê Thị Cúc', ownerId: made.personalId, document: 'Giấy ủy quyền số 12' }
        : null,
      papers: made.papers.map((each) => ({
        ...paper,
        ...each,
        pages: each.pages.map((sha256) => ({ ...page, sha256 })),
      })),
      feeLines,
      note: made.note,
    });
    return {
      code: `H26.40.02-261121-${String(made.number).padStart(4, '0')}`,
      status: made.status,
      receivedAt: made.receivedAt.toISOString(),
      dueAt: new Date(made.receivedAt.getTime() + made.dueMs).toISOString(),
      content,
      receipt: made.paid && feeLines.length > 0 ? ({ lines: feeLines } as unknown as ReceiptIssued) : null, // its lines alone are read
      pagesHere: new Set<string>(made.here),
    };
  });

describe('records for the national portal', () => {
  it('[RCITY-50] every dossier that a desk can make becomes a record that the portal’s schema takes', () => {
    fc.assert(
      fc.property(held, (dossier) => {
        const record = toNationalRecord(dossier);
        expect(NationalRecord.safeParse(record).error?.issues).toBeUndefined();
        expect(record.TaiLieuNop.filter(({ DuocSoHoa }) => DuocSoHoa === '1').length > 0).toBe(
          record.HoSoCoThanhPhanSoHoa === '1',
        );
      }),
      { numRuns: 100 },
    );
  });

  it('[RCITY-51] the example, letter for letter', () => {
    const base = practiceContent([
      { sha256: PAGE, byteLength: 10 },
      { sha256: OTHER_PAGE, byteLength: 10 },
    ]);
    const fee = {
      name: 'Lệ phí đăng ký khai sinh',
      unitVnd: 8000 as AmountVnd,
      quantity: 2,
      checkedByOfficer: true,
    };
    const [paper] = base.papers;
    if (paper === undefined) throw new Error('no paper');
    const record = toNationalRecord({
      code: 'H26.40.02-261121-3017',
      status: 'approved',
      receivedAt: '2026-11-21T03:42:07.000Z',
      dueAt: '2026-11-24T10:00:00.000Z',
      content: {
        ...base,
        feeLines: [fee],
        delegation: {
          ownerName: 'Lê Thị Cúc',
          ownerId: '001301000028',
          document: 'Giấy ủy quyền ngày 20/11/2026',
        },
        papers: [
          paper,
          {
            ...paper,
            name: 'Giấy xác nhận của tổ dân phố',
            requirement: null,
            originals: 0,
            copies: 2,
            pages: [],
          },
        ],
      },
      receipt: { lines: [fee] } as unknown as ReceiptIssued, // its lines alone are read
      pagesHere: new Set([PAGE]),
    });
    const golden = readFileSync(join(import.meta.dirname, 'golden', 'delegated-birth.json'), 'utf8');
    expect(record).toEqual(JSON.parse(golden));
  });

  it('[RCITY-52] moments are Hà Nội’s, to the second; the schema knows days that are none', () => {
    expect(portalTime('2026-12-31T17:00:00.000Z')).toBe('20270101000000');
    expect(portalTime(null)).toBe('');
    const example = JSON.parse(
      readFileSync(join(import.meta.dirname, 'golden', 'delegated-birth.json'), 'utf8'),
    );
    const wrong = (changes: object) => NationalRecord.safeParse({ ...example, ...changes }).success;
    expect(wrong({})).toBe(true);
    expect(wrong({ NgayTiepNhan: '20260231103000' })).toBe(false);
    expect(wrong({ NgayHenTra: '20261120103000' })).toBe(false);
    expect(wrong({ TrangThaiHoSo: '11' })).toBe(false);
    expect(wrong({ MaHoSo: 'TAM-CN02-Q03-261121-0001' })).toBe(false);
    expect(wrong({ TrichYeuHoSo: 'x'.repeat(1001) })).toBe(false);
    expect(wrong({ SoTien: '1' })).toBe(false);
  });

  it('[RCITY-53] what the city took: new, then changed; steps by tens; what cannot go is named; by the command too', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'city-national-'));
    try {
      const start = Date.now();
      let clock = start;
      const city = await startCity({ dataDir, desks: 1, now: () => new Date(clock) });
      const desk = await enrolByHand(city, 'CN02-Q01');
      const borrowed = await borrowByHand(desk, 20);
      const dueAt = new Date(start + 5 * 86_400_000).toISOString();
      const intakes = Array.from({ length: 12 }, (_, i) => {
        const page = randomBytes(300);
        const { dossierId, facts } = intakeFacts(borrowed, [page]);
        const due = i === 11 ? null : dueAt;
        const dated = facts.map((fact) =>
          fact.type === 'dossier-received' ? ({ ...fact, dueAt: due } as Fact) : fact,
        );
        return { dossierId, page, facts: dated };
      });
      const first = desk.events(null, [
        enrolledFact(desk),
        ...borrowed.facts(),
        ...intakes.flatMap(({ facts }) => facts),
      ]);
      await desk.send(first);
      const [paged] = intakes;
      if (paged === undefined) throw new Error('no intake');
      async function* bytes() {
        yield paged?.page ?? Buffer.alloc(0);
      }
      expect(await takePage(city.context, sha256Of(paged.page), paged.page.length, bytes())).toBe('complete');

      const all = await exportNational(city, new Date(start - 60_000).toISOString());
      expect(all.leftOut).toEqual([{ code: expect.any(String), why: 'no-due-date' }]);
      expect(all.dossiers.map(({ isUpdating, data }) => [isUpdating, data.length])).toEqual([['False', 11]]);
      expect(all.progress.map(({ data }) => data.length)).toEqual([10, 1]);
      for (const request of all.dossiers) expect(SyncRequest.safeParse(request).success).toBe(true);
      for (const request of all.progress) expect(ProgressRequest.safeParse(request).success).toBe(true);
      const records = all.dossiers.flatMap(({ data }) => data);
      expect(records.filter((record) => record.HoSoCoThanhPhanSoHoa === '1')).toHaveLength(1);
      expect(records[0]?.DanhSachLePhi[0]).toMatchObject({ Gia: '16000', HinhThucThu: 'Thu trước' });

      clock += 120_000;
      const submitted: Fact = { type: 'dossier-submitted', dossierId: paged.dossierId };
      const later = await desk.send(desk.events(first.at(-1) ?? null, [submitted]));
      expect(later.status).toBe(200);
      const since = new Date(start + 60_000).toISOString();
      const changed = await exportNational(city, since);
      expect(changed.dossiers.map(({ isUpdating, data }) => [isUpdating, data.length])).toEqual([
        ['True', 1],
      ]);
      expect(changed.progress.flatMap(({ data }) => data.map((step) => step.NoiDungXuLy))).toEqual([
        'Trình lãnh đạo chi nhánh ký duyệt',
      ]);
      await city.stop();

      const command = join(import.meta.dirname, '..', 'export-national.ts');
      const { DATABASE_URL: _, ...env } = process.env;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [command, '--since', since, '--data', dataDir],
        { env },
      );
      expect(JSON.parse(stdout)).toEqual(changed);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});

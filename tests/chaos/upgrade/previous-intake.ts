import { v7 } from 'uuid';
import type { ReferenceData } from '../../../src/shared/contracts/city/reference.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { DossierPage } from '../../../src/shared/domain/page/page.ts';
import type { Random } from '../../support/seeded-random.ts';
import { citizenNamed } from '../headless-desk/citizen-content.ts';
import type { Intake, MadePage } from '../headless-desk/orders.ts';
import type { PreviousCode } from './previous-code.ts';

/** What families hand in again and again: pages are shared between dossiers. */
const PAGES = 24;

const poolPage = (k: number): MadePage => ({ name: `shared page ${k}`, byteLength: 400 + ((k * 97) % 1200) });

/** One or two pages of the pool, never the same twice. */
export function pagesFor(random: Random): readonly MadePage[] {
  const first = Math.floor(random.next() * PAGES);
  const second = (first + 1 + Math.floor(random.next() * (PAGES - 1))) % PAGES;
  return (random.chance(0.3) ? [first, second] : [first]).map(poolPage);
}

/** What the older intake screen would have composed. */
export function composeByPreviousCode(
  code: PreviousCode,
  reference: ReferenceData,
  intake: Intake,
  shown: readonly DossierPage[],
): DossierContent {
  const procedure = code.findProcedure(reference.procedures, intake.procedure);
  if (procedure === undefined) throw new Error(`the catalogue has no ${intake.procedure}`);
  const first = procedure.documents.findIndex((document) => document.presentOnly !== true);
  return {
    procedure: code.dossierProcedure(procedure, reference.version),
    applicant: {
      ...citizenNamed(intake.citizen),
      birthDate: null,
      sex: null,
      address: `${intake.citizen} Trần Đăng Ninh, Cầu Giấy, Hà Nội`,
      email: '',
      source: 'typed',
    },
    delegation: null,
    papers: procedure.documents.map((document, requirement) => ({
      paperId: v7(),
      name: document.name,
      requirement,
      status: requirement === first && shown.length > 0 ? 'submitted' : 'presented',
      originals: document.originals,
      copies: document.copies,
      pages: requirement === first ? [...shown] : [],
      fields: [],
      note: '',
    })),
    resultDelivery: 'at-desk',
    feeLines: code.defaultFeeLines(procedure),
    paymentMethod: 'cash',
    note: `lần ${intake.version}`,
  };
}

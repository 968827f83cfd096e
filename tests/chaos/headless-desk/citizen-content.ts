import { v7 } from 'uuid';
import type { ReferenceData } from '../../../src/shared/contracts/city/reference.ts';
import type { Applicant } from '../../../src/shared/domain/applicant/applicant.ts';
import { dossierProcedure } from '../../../src/shared/domain/dossier/dossier-procedure.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { defaultFeeLines } from '../../../src/shared/domain/dossier/draft-for-procedure.ts';
import type { DossierPage, StoredPage } from '../../../src/shared/domain/page/page.ts';
import { findProcedure } from '../../../src/shared/domain/procedure/find-procedure.ts';
import type { Intake } from './orders.ts';

export const PROCEDURES = ['1.004194', '1.001193', '2.000488', '1.013133'] as const;

/** The `n`th invented citizen, the same for desk and driver. */
export const citizenNamed = (n: number): Pick<Applicant, 'fullName' | 'personalId' | 'phone'> => ({
  fullName: `Trần Văn ${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + (Math.floor(n / 26) % 26))}`,
  personalId: `00108${String(n % 10_000_000).padStart(7, '0')}`,
  phone: `09${String(n % 100_000_000).padStart(8, '0')}`,
});

/** What the intake screen would have composed: the pages on the first paper that is taken, the others shown only. */
export function contentOf(
  intake: Intake,
  pages: readonly StoredPage[],
  reference: ReferenceData,
): DossierContent {
  const procedure = findProcedure(reference.procedures, intake.procedure);
  if (procedure === undefined) throw new Error(`the catalogue has no ${intake.procedure}`);
  const shown: DossierPage[] = pages.map((page) => ({
    ...page,
    pageId: v7(),
    rotation: 0,
    source: 'scanner',
    origin: `citizen ${intake.citizen}`,
  }));
  const first = procedure.documents.findIndex((document) => document.presentOnly !== true);
  return {
    procedure: dossierProcedure(procedure, reference.version),
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
      status: requirement === first ? 'submitted' : 'presented',
      originals: document.originals,
      copies: document.copies,
      pages: requirement === first ? shown : [],
      fields: [],
      note: '',
    })),
    resultDelivery: 'at-desk',
    feeLines: defaultFeeLines(procedure),
    paymentMethod: 'cash',
    note: `lần ${intake.version}`,
  };
}

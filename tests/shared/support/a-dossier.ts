import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { AmountVnd } from '../../../src/shared/base/money.ts';
import { Applicant } from '../../../src/shared/domain/applicant/applicant.ts';
import type { ReceiveDossier } from '../../../src/shared/domain/desk-log/command.ts';
import { dossierProcedure } from '../../../src/shared/domain/dossier/dossier-procedure.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { DossierPage } from '../../../src/shared/domain/page/page.ts';
import type { Paper } from '../../../src/shared/domain/paper/paper.ts';
import type { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';
import type { FeeLine } from '../../../src/shared/domain/receipt/receipt.ts';
import { commandId, dossierId, sha256Hex, uuid } from './a-desk.ts';
import { residence } from './sample-procedures.ts';

export const applicant: Applicant = Applicant.parse({
  fullName: 'Lê Thị Thanh Hương',
  personalId: '001190000017',
  birthDate: '1990-01-15',
  sex: 'female',
  address: '12 Xuân Thủy, Cầu Giấy, Hà Nội',
  phone: '0912345678',
  email: '',
  source: 'typed',
});

let pages = 0;
/** A page like no other. */
export function page(): DossierPage {
  pages += 1;
  return {
    sha256: sha256Hex(`page ${pages}`) as Sha256,
    mediaType: 'image/jpeg',
    byteLength: 300_000,
    width: 1654,
    height: 2339,
    dpi: 200,
    pageId: uuid(pages, 5),
    rotation: 0,
    source: 'scanner',
    origin: 'test:0',
  };
}

export const fee = (name: string, unitVnd: number, checkedByOfficer = false, quantity = 1): FeeLine => ({
  name,
  unitVnd: AmountVnd.parse(unitVnd),
  quantity,
  checkedByOfficer,
});

/** Every row in order: taken with one page, shown where it is only shown, not needed where it need not be. */
export const papersFor = (procedure: Procedure): Paper[] =>
  procedure.documents.map((document, requirement) => {
    const status = document.presentOnly ? 'presented' : document.required ? 'submitted' : 'not-needed';
    return {
      paperId: uuid(requirement + 1, 6),
      name: document.name,
      requirement,
      status,
      originals: document.originals,
      copies: document.copies,
      pages: status === 'submitted' ? [page()] : [],
      fields: [],
      note: '',
    };
  });

/** Content that may be received as it is: 20,000 đồng for a residence, unless told otherwise. */
export const contentFor = (
  procedure: Procedure = residence,
  change: Partial<DossierContent> = {},
): DossierContent => ({
  procedure: dossierProcedure(procedure, 1),
  applicant,
  delegation: null,
  papers: papersFor(procedure),
  resultDelivery: 'at-desk',
  feeLines: procedure === residence ? [fee('Nộp trực tiếp', 20_000)] : [],
  paymentMethod: 'cash',
  note: '',
  ...change,
});

export const receive = (n: number, content: DossierContent = contentFor()): ReceiveDossier => ({
  type: 'receive-dossier',
  commandId: commandId(n),
  dossierId: dossierId(n),
  content,
});

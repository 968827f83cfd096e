import type { DossierId, Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { amountInWords } from '../../shared/domain/receipt/amount-in-words.ts';
import type { DocumentMaker } from '../documents/document-maker.ts';
import type { DocumentRequest } from '../documents/document-request.ts';
import type { DocumentStore } from '../page-store/page-store.ts';

/** A paper that is made from the journal's facts, or from none. */
export type PaperWish =
  | { readonly kind: 'intake-slip' | 'fee-receipt'; readonly dossierId: DossierId }
  | { readonly kind: 'separator-sheet' };
type Made = { readonly documentId: Sha256; readonly url: string; readonly fileName: string };

/** What the paper shows, from facts only. `paper-without-facts`: there is nothing to print yet. */
function requestOf(state: DeskState, wish: PaperWish): Result<DocumentRequest, Failure> {
  if (wish.kind === 'separator-sheet') return ok({ kind: wish.kind });
  const { kind, dossierId } = wish;
  const { desk } = state;
  const dossier = state.dossiers.get(dossierId);
  const officer = dossier === undefined ? undefined : state.officers.get(dossier.receivedBy);
  if (desk === null || dossier === undefined || officer === undefined) {
    return fail('dossier-unknown', 'call-support');
  }
  if (kind === 'intake-slip') {
    const { slip } = dossier;
    if (slip === null) return fail('paper-without-facts', 'officer-decides');
    return ok({ kind, facts: { desk, dossier, slip, receivedBy: officer } });
  }
  const { receipt, code, provisionalCode } = dossier;
  if (receipt === null) return fail('paper-without-facts', 'officer-decides');
  // The catalogue's fee names are short ("Nộp trực tiếp"): on the receipt they stand behind the procedure's.
  const { procedure } = dossier.content;
  const lines = receipt.lines.map((line) => ({ ...line, name: `${procedure.name}: ${line.name}` }));
  const facts = {
    branch: desk.branch,
    receipt: { ...receipt, lines },
    dossier: { code, provisionalCode },
    issuedBy: officer,
    amountInWords: amountInWords(receipt.totalVnd),
  };
  return ok({ kind, facts });
}

/**
 * Makes a paper from what is durable in the journal (design §4: only then is anything printed) and keeps it sealed.
 * The same facts give the same bytes and so the same document.
 */
export async function makeDocument(
  parts: { readonly maker: DocumentMaker; readonly documents: DocumentStore },
  state: DeskState,
  wish: PaperWish,
): Promise<Result<Made, Failure>> {
  const request = requestOf(state, wish);
  if (!request.ok) return request;
  const made = await parts.maker.make(request.value);
  if (!made.ok) return made;
  const { documentId, fileName, bytes } = made.value;
  const kept = await parts.documents.put(bytes, { mediaType: 'application/pdf', fileName });
  if (!kept.ok) return kept;
  return ok({ documentId, url: `/documents/${documentId}.pdf`, fileName });
}

import type { LocalDate } from '../../shared/base/dates.ts';
import type { DossierId, OfficerId, Sha256 } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { DeskRoom } from '../../shared/contracts/bridge/desk-room.ts';
import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { PageQuality } from '../../shared/contracts/bridge/page-quality.ts';
import type { ScannerList, ScanReply, ScanRequest } from '../../shared/contracts/bridge/scanning.ts';
import type { StartReport } from '../../shared/contracts/bridge/start-report.ts';
import type { HeardConflict } from '../../shared/domain/dossier/city-heard.ts';
import type { ConflictResolution } from '../../shared/domain/dossier/conflict-resolved.ts';
import type { GivenCode } from '../../shared/domain/dossier/dossier-received.ts';
import type { IntakeDraft } from '../../shared/domain/dossier/intake-draft.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { PageLook, StoredPage } from '../../shared/domain/page/page.ts';
import type { Paper } from '../../shared/domain/paper/paper.ts';
import type { ProcedureCode } from '../../shared/domain/procedure/procedure.ts';
import type { PaymentMethod } from '../../shared/domain/receipt/receipt.ts';
import type { BackupActions } from './backup.ts';
import type { CarryActions } from './carry.ts';
import type { HotFolderActions } from './hot-folder.ts';
import type { LineLimitsActions } from './line-limits.ts';

export type PaperOut = 'intake-slip' | 'fee-receipt';
export type MadeDocument = { readonly documentId: Sha256; readonly url: string; readonly fileName: string };

/** Every verb of the desk, one file each beside this one; screens get them by `useActions()`. Nothing throws. */
export type DeskActions = {
  readonly unlock: (passphrase: string) => Promise<Result<StartReport>>;
  readonly enrol: (cityUrl: string, code: string) => Promise<Result<StartReport>>;
  readonly signIn: (officerId: OfficerId, pin: string) => Promise<Result<Officer>>;
  readonly signOut: () => Promise<Result<unknown>>;

  readonly startDraft: (procedureCode?: ProcedureCode) => Promise<IntakeDraft>;
  /** Kept at once (debounced by the caller if it likes); a draft survives a restart. */
  readonly saveDraft: (draft: IntakeDraft) => Promise<void>;
  readonly discardDraft: (draftId: string) => Promise<void>;
  readonly findDraft: (draftId: string) => Promise<IntakeDraft | undefined>;
  readonly draftCorrection: (dossierId: DossierId) => Promise<IntakeDraft>;

  /** Streams one file into the page store; a multi-page file gives several pages. */
  readonly importFile: (file: File) => Promise<Result<readonly StoredPage[]>>;
  readonly listScanners: () => Promise<Result<ScannerList>>;
  /** A scanner of the network by its address, once it has answered there. */
  readonly addScanner: (address: string) => Promise<Result<ScannerList>>;
  readonly forgetScanner: (address: string) => Promise<Result<ScannerList>>;
  readonly scan: (
    request: ScanRequest,
    onPage: (page: StoredPage, count: number) => void,
  ) => Promise<Result<ScanReply>>;
  readonly cancelScan: (scanId: string) => Promise<void>;

  readonly hotFolder: HotFolderActions;
  readonly backup: BackupActions;
  readonly carry: CarryActions;

  /** Puts a page in the reading queue; `looking` = the officer has it on screen. */
  readonly readPage: (sha256: Sha256, look: PageLook, priority: 'looking' | 'background') => void;
  /** What is wrong with the picture, without reading it. */
  readonly findPageQuality: (sha256: Sha256, look: PageLook) => Promise<Result<PageQuality>>;

  /**
   * Receives (when `correctionOf` is set: corrects, or sends again what the city refused) and submits for sign-off in one
   * commit; the draft is gone afterwards. `earlier`: what was received is what an earlier press said, whose reply was
   * lost; what was written since stays as the draft of a correction.
   */
  readonly receiveDossier: (
    draft: IntakeDraft,
  ) => Promise<
    Result<{ readonly dossierId: DossierId; readonly code: GivenCode; readonly earlier: boolean }>
  >;
  /** `contentHash`: of the content that the supervisor has on screen. */
  readonly approveDossier: (dossierId: DossierId, contentHash: Sha256) => Promise<Result<unknown>>;
  readonly returnDossier: (dossierId: DossierId, reason: string) => Promise<Result<unknown>>;
  /** Desk or city: `conflict` as it is on the officer's screen. */
  readonly resolveConflict: (
    dossierId: DossierId,
    conflict: HeardConflict,
    resolution: ConflictResolution,
    note: string,
  ) => Promise<Result<unknown>>;

  /** The fee that waited for a receipt number, taken now. */
  readonly collectFee: (dossierId: DossierId, method: PaymentMethod) => Promise<Result<unknown>>;
  /** The citizen knows the final code. */
  readonly tellCode: (dossierId: DossierId) => Promise<Result<unknown>>;
  /** `note`: why the paper that was counted and the desk differ. */
  readonly closeDay: (date: LocalDate, paperCount: number, note: string) => Promise<Result<unknown>>;
  readonly findRoom: () => Promise<Result<DeskRoom>>;

  readonly makeDocument: (kind: PaperOut, dossierId: DossierId) => Promise<Result<MadeDocument>>;
  /** A sheet that parts papers in a scanned stack; of no dossier. */
  readonly makeSeparatorSheet: () => Promise<Result<MadeDocument>>;
  /** The archival PDF of one paper of a received dossier, with the words that were read. */
  readonly makeDigitisedPaper: (
    dossierId: DossierId,
    paper: Pick<Paper, 'paperId' | 'pages'>,
  ) => Promise<Result<MadeDocument>>;
  readonly openDocument: (documentId: Sha256) => Promise<Result<unknown>>;
  readonly saveDocument: (
    documentId: Sha256,
  ) => Promise<Result<{ readonly saved: boolean; readonly path: string }>>;
  readonly printDocument: (documentId: Sha256, copies: number) => Promise<Result<{ readonly job: string }>>;

  readonly tryLineNow: () => Promise<Result<LineStatus>>;
  readonly lineLimits: LineLimitsActions;
};

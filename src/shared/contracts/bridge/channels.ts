import { z } from 'zod';
import { CommandId, DossierId, OfficerId, Sha256 } from '../../base/ids.ts';
import { LogHead } from '../../domain/desk-log/desk-event.ts';
import { Fact } from '../../domain/desk-log/fact.ts';
import { Officer } from '../../domain/officer/officer.ts';
import { CityMessage } from '../city/events.ts';
import {
  BackupChoice,
  BackupChosen,
  BackupSearch,
  BackupStatus,
  FoundBackup,
  RestoreOrder,
} from './backup.ts';
import { CarryOverview, CarryPlace, CarryTaken, CarryWritten } from './carry.ts';
import { DeskRoom } from './desk-room.ts';
import { FileSettled, HotFolderChoice, HotFolderStatus, TakenFile } from './hot-folder.ts';
import { KeptDraft } from './kept-draft.ts';
import { LineLimits } from './line-limits.ts';
import { LineOutbox } from './line-outbox.ts';
import { LineStatus } from './line-status.ts';
import { PageWords } from './page-words.ts';
import { ReferenceView } from './reference-view.ts';
import { ScannerAddress, ScannerList, ScanReply, ScanRequest } from './scanning.ts';
import { EventPage, StartReport } from './start-report.ts';

const nothing = z.object({});
const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
const documentRef = z.object({ documentId: Sha256, url: z.string(), fileName: z.string() });

/**
 * Every door between the window and main: name, what goes in, what comes out. Each answers with a Result;
 * main parses the input again, the preload derives `window.desk` from the names. Bytes of pages never pass here.
 */
export const channels = {
  'desk:start': channel(nothing, StartReport),
  'desk:unlock': channel(z.object({ passphrase: z.string().min(8).max(200) }), StartReport),
  'desk:enrol': channel(z.object({ cityUrl: z.url(), code: z.string().min(4) }), StartReport),

  'desk:room': channel(nothing, DeskRoom),
  'desk:may-close': channel(nothing, nothing),

  'officer:sign-in': channel(z.object({ officerId: OfficerId, pin: z.string().min(4).max(64) }), Officer),
  'officer:sign-out': channel(nothing, nothing),

  'journal:read': channel(z.object({ afterSeq: z.int().min(0), limit: z.int().min(1).max(2000) }), EventPage),
  'journal:append': channel(
    z.object({ expectedHead: LogHead, command: CommandId, facts: z.array(Fact).min(1).max(20) }),
    EventPage,
  ),

  'draft:keep': channel(z.object({ draft: KeptDraft }), nothing),
  'draft:drop': channel(z.object({ draftId: z.uuid().toLowerCase() }), nothing),
  'draft:list': channel(nothing, z.object({ drafts: z.array(KeptDraft) })),

  'reference:load': channel(nothing, ReferenceView),

  'city:read': channel(
    z.object({ after: z.int().min(0), limit: z.int().min(1).max(2000) }),
    z.object({ messages: z.array(z.object({ position: z.int(), message: CityMessage })), last: z.int() }),
  ),
  'line:status': channel(nothing, LineStatus),
  'line:try-now': channel(nothing, LineStatus),
  'line:outbox': channel(nothing, LineOutbox),
  'line:limits': channel(nothing, LineLimits),
  'line:change-limits': channel(LineLimits, LineLimits),

  'carry:overview': channel(nothing, CarryOverview),
  'carry:write': channel(CarryPlace, CarryWritten),
  'carry:take': channel(CarryPlace, CarryTaken),
  'carry:cancel': channel(nothing, nothing),

  'scanner:list': channel(nothing, ScannerList),
  'scanner:add': channel(z.object({ address: ScannerAddress }), ScannerList),
  'scanner:forget': channel(z.object({ address: ScannerAddress }), ScannerList),
  'scanner:scan': channel(ScanRequest, ScanReply),
  'scanner:cancel': channel(z.object({ scanId: z.uuid() }), nothing),

  'hot-folder:status': channel(nothing, HotFolderStatus),
  'hot-folder:choose': channel(HotFolderChoice, HotFolderStatus),
  'hot-folder:take': channel(z.object({ name: z.string().min(1).max(300) }), TakenFile),
  'hot-folder:settle': channel(FileSettled, nothing),

  'backup:status': channel(nothing, BackupStatus),
  'backup:choose': channel(BackupChoice, BackupChosen),
  /** The sheet with the code that has just been shown: printed, or opened in the system's PDF program; kept nowhere. */
  'backup:sheet': channel(z.object({ out: z.enum(['print', 'open']) }), nothing),
  'backup:code-kept': channel(nothing, nothing),
  'backup:find': channel(BackupSearch, z.object({ backups: z.array(FoundBackup) })),
  'backup:restore': channel(RestoreOrder, StartReport),

  'document:make': channel(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['intake-slip', 'fee-receipt']), dossierId: DossierId }),
      z.object({ kind: z.literal('separator-sheet') }),
      z.object({
        kind: z.literal('digitised-paper'),
        dossierId: DossierId,
        paperId: z.uuid(),
        words: z.array(PageWords).max(2000),
      }),
    ]),
    documentRef,
  ),
  'document:save': channel(
    z.object({ documentId: Sha256 }),
    z.object({ saved: z.boolean(), path: z.string() }),
  ),
  'document:open': channel(z.object({ documentId: Sha256 }), nothing),
  'printer:list': channel(
    nothing,
    z.object({ printers: z.array(z.object({ name: z.string(), isDefault: z.boolean() })) }),
  ),
  'document:print': channel(
    z.object({ documentId: Sha256, printer: z.string().nullable(), copies: z.int().min(1).max(5) }),
    z.object({ job: z.string() }),
  ),
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ChannelInput<N extends ChannelName> = z.input<Channels[N]['input']>;
export type ChannelOutput<N extends ChannelName> = z.output<Channels[N]['output']>;

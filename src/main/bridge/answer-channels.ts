import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { ArchivalMaker } from '../documents/archival-pdf/archival-maker.ts';
import type { DocumentMaker } from '../documents/document-maker.ts';
import type { Printing } from '../printing/printing.ts';
import type { BackupDoor } from './backup-door.ts';
import type { CarryDoor } from './carry-door.ts';
import type { DeskDoor } from './desk-door.ts';
import type { DocumentExits } from './document-exits.ts';
import { findRoom } from './find-room.ts';
import type { HotFolderDoor } from './hot-folder-door.ts';
import { createLineDoor } from './line-door.ts';
import { makeDigitisedPaper } from './make-digitised-paper.ts';
import { makeDocument } from './make-document.ts';
import type { Answers } from './open-channels.ts';
import type { OpenDesk } from './open-desk.ts';
import { referenceForWindow } from './reference-for-window.ts';
import type { Scanning } from './scanning.ts';
import type { WholePages } from './shown-pages.ts';

/** What each door of the window does. Everything behind the first three needs an open desk. */
export function answerChannels(parts: {
  /** Folder of the desk's data. */
  readonly profile: string;
  readonly door: DeskDoor;
  readonly maker: DocumentMaker;
  readonly archivalMaker: ArchivalMaker;
  readonly whole: WholePages;
  /** Pages will come soon. */
  readonly makeReady: () => void;
  readonly printing: Printing;
  readonly scanning: Scanning;
  readonly hotFolder: HotFolderDoor;
  readonly carry: CarryDoor;
  readonly exits: DocumentExits;
  readonly backup: BackupDoor;
  /** The window has kept everything that it wanted to. */
  readonly mayClose: () => void;
}): Answers {
  const { door, maker, archivalMaker, whole, printing, scanning, hotFolder, carry, exits, backup } = parts;

  const withDesk = async <T>(
    work: (desk: OpenDesk) => Promise<Result<T, Failure>> | Result<T, Failure>,
  ): Promise<Result<T, Failure>> => {
    const desk = door.desk();
    return desk === null ? fail('desk-not-open', 'call-support') : work(desk);
  };

  const withDocument = <T>(
    documentId: Parameters<Answers['document:save']>[0]['documentId'],
    use: (bytes: Uint8Array, fileName: string) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> =>
    withDesk(async (desk) => {
      const document = await desk.parts.documents.readAll(documentId);
      return document.ok ? use(document.value.bytes, document.value.meta.fileName) : document;
    });

  return {
    'desk:start': door.start,
    'desk:unlock': ({ passphrase }) => door.unlock(passphrase),
    'desk:enrol': ({ cityUrl, code }) => door.enrol(cityUrl, code),

    'desk:room': () => findRoom(parts.profile),
    'desk:may-close': async () => {
      parts.mayClose();
      return ok({});
    },

    'officer:sign-in': ({ officerId, pin }) => withDesk((desk) => desk.session.signIn(officerId, pin)),
    'officer:sign-out': () => withDesk((desk) => desk.session.signOut()),

    'journal:read': (range) =>
      withDesk(async (desk) => {
        const page = await desk.parts.journal.read(range);
        return page.ok ? ok({ events: [...page.value.events], head: page.value.head }) : page;
      }),
    'journal:append': (commit) =>
      withDesk(async (desk) => {
        const appended = await desk.facts.appendForOfficer(commit);
        return appended.ok ? ok({ events: [...appended.value.events], head: appended.value.head }) : appended;
      }),

    'draft:keep': ({ draft }) =>
      withDesk((desk) => {
        parts.makeReady();
        return desk.drafts.keep(draft);
      }),
    'draft:drop': ({ draftId }) => withDesk((desk) => desk.drafts.drop(draftId)),
    'draft:list': () => withDesk((desk) => desk.drafts.list()),

    'reference:load': () =>
      withDesk((desk) => {
        const reference = desk.reference();
        if (reference === null) return fail('reference-missing', 'retry-later');
        return ok(referenceForWindow(reference));
      }),

    'city:read': (range) => withDesk((desk) => desk.parts.cityLog.read(range)),
    ...createLineDoor(withDesk),

    'carry:overview': () => carry.overview(),
    'carry:write': (place) => carry.write(place),
    'carry:take': (place) => carry.take(place),
    'carry:cancel': async () => carry.cancel(),

    'scanner:list': () => scanning.list(),
    'scanner:add': ({ address }) => withDesk(() => scanning.addAddress(address)),
    'scanner:forget': ({ address }) => withDesk(() => scanning.forgetAddress(address)),
    'scanner:scan': (request) => withDesk(() => scanning.scan(request)),
    'scanner:cancel': async ({ scanId }) => ok(scanning.cancel(scanId)),

    'hot-folder:status': () => hotFolder.status(),
    'hot-folder:choose': (choice) => hotFolder.choose(choice),
    'hot-folder:take': ({ name }) => hotFolder.take(name),
    'hot-folder:settle': (settled) => hotFolder.settle(settled),

    'backup:status': () => backup.status(),
    'backup:choose': (choice) => backup.choose(choice),
    'backup:sheet': ({ out }) => backup.sheet(out),
    'backup:code-kept': () => backup.codeKept(),
    'backup:find': (search) => backup.find(search),
    'backup:restore': (order) => door.restore(order),

    'document:make': (wish) =>
      withDesk((desk) => {
        const { documents } = desk.parts;
        return wish.kind === 'digitised-paper'
          ? makeDigitisedPaper({ maker: archivalMaker, documents, whole }, desk.facts.state(), wish)
          : makeDocument({ maker, documents }, desk.facts.state(), wish);
      }),
    'document:save': ({ documentId }) => withDocument(documentId, exits.save),
    'document:open': ({ documentId }) => withDocument(documentId, exits.open),
    'printer:list': async () => {
      const printers = await printing.listPrinters();
      return printers.ok ? ok({ printers: [...printers.value] }) : printers;
    },
    'document:print': ({ documentId, printer, copies }) =>
      withDocument(documentId, (bytes, fileName) =>
        printing.printPdf({ bytes, printer, copies, title: fileName }),
      ),
  };
}

import { type Failure, fail, ok, type Result } from '../../../shared/base/result.ts';
import type { StoredPage } from '../../../shared/domain/page/page.ts';
import type { PutPage } from '../put-page.ts';
import type { FromImport, ToImport } from './import-messages.ts';

/** A running process, as far as it is needed here. Each ends with one `onExit`. */
export type ImportChild = {
  readonly send: (message: ToImport) => void;
  readonly kill: () => void;
  readonly onMessage: (hear: (message: FromImport) => void) => void;
  readonly onExit: (hear: () => void) => void;
};

export type Imported = Result<{ readonly pages: readonly StoredPage[] }, Failure>;

/** A process that opens files, one after the other. */
export type FileOpener = {
  /** Settles however the process ends; rejects only with a defect of `putPage`. Never two files at once. */
  readonly open: (name: string, bytes: Uint8Array, putPage: PutPage) => Promise<Imported>;
  readonly kill: () => void;
  readonly isGone: () => boolean;
};

/** @param silenceMs without a word for so long the process counts as hung, and is ended */
export function createFileOpener(child: ImportChild, silenceMs: number, onGone: () => void): FileOpener {
  let gone = false;
  let hear: (message: FromImport | { readonly type: 'exited' }) => void = () => undefined;
  child.onMessage((message) => hear(message));
  child.onExit(() => {
    gone = true;
    hear({ type: 'exited' });
    onGone();
  });

  return {
    isGone: () => gone,
    kill: () => child.kill(),
    open: (name, bytes, putPage) =>
      new Promise((resolve, reject) => {
        let silent: NodeJS.Timeout | undefined;
        const settle = (result: Imported): void => {
          clearTimeout(silent);
          hear = () => undefined;
          resolve(result);
        };
        const wait = (): void => {
          silent = setTimeout(() => {
            settle(fail('file-reader-hung', 'officer-decides', { name }));
            gone = true;
            child.kill();
          }, silenceMs);
        };
        const store = async (page: Extract<FromImport, { type: 'page' }>): Promise<void> => {
          const { buffer, byteOffset, byteLength } = page.bytes;
          const bytesOfPage = Buffer.from(buffer, byteOffset, byteLength);
          const result = await putPage(bytesOfPage, page.facts, page.textLayer);
          if (gone) return;
          child.send({ type: 'stored', result });
          wait();
        };
        hear = (message) => {
          clearTimeout(silent);
          if (message.type === 'page') store(message).catch(reject);
          else if (message.type === 'imported') settle(ok({ pages: message.pages }));
          else if (message.type === 'refused') settle({ ok: false, failure: message.failure });
          else settle(fail('file-reader-crashed', 'officer-decides', { name }));
        };
        wait();
        child.send({ type: 'import', name, bytes });
      }),
  };
}

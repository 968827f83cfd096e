import sharp from 'sharp';
import type { Failure, Result } from '../../../shared/base/result.ts';
import type { StoredPage } from '../../../shared/domain/page/page.ts';
import { importFile } from '../import-file.ts';
import type { FromImport, ToImport } from './import-messages.ts';

/**
 * Entry of the process that opens strangers' files: native decoders of pictures and of PDFs run in here, so a file that
 * brings one down ends this process and not the desk. It has no keys, no store and no window; pages go to main as they
 * are made, and the next is made only when main has stored the last.
 */
// no other format's decoder may see a stranger's bytes, whatever they pretend to be
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadTiff'] });
sharp.cache(false);
sharp.concurrency(1);

const port = process.parentPort;
const say = (message: FromImport): void => port.postMessage(message);

let onStored: ((result: Result<StoredPage, Failure>) => void) | null = null;
// one folder up, in source and where it is built to (`out/main/chunks/`)
const threadUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../render-pdf-thread.ts' : '../render-pdf-thread.js',
  import.meta.url,
);

async function work(name: string, bytes: Uint8Array): Promise<void> {
  const imported = await importFile(
    { name, bytes },
    {
      pdfThreadUrl: threadUrl,
      putPage: (page, facts, textLayer) =>
        new Promise((resolve) => {
          onStored = resolve;
          say({ type: 'page', bytes: page, facts, textLayer: textLayer ?? null });
        }),
    },
  );
  if (imported.ok) say({ type: 'imported', pages: imported.value.pages });
  else say({ type: 'refused', failure: imported.failure });
}

port.on('message', ({ data }: { data: ToImport }) => {
  if (data.type === 'import') void work(data.name, data.bytes);
  else onStored?.(data.result);
});

import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';
import type { Engine } from '../engine.ts';
import type { OcrAssets } from '../ocr-assets.ts';
import type { FromCodeWorker, ToCodeWorker } from './code-worker-messages.ts';

export type CodePicture = Pick<ToCodeWorker, 'picture' | 'scales'>;

/** zxing in a worker of its own: it can be thrown away when a picture makes it hang. */
export async function startCodeEngine(assets: OcrAssets): Promise<Engine<CodePicture, readonly ReadCode[]>> {
  const worker = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
  const wasmUrl = `${assets.folder}/zxing_reader.wasm`;
  return {
    run: (input) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromCodeWorker>) => {
          if ('found' in data) resolve(data.found);
          else reject(new Error(data.failed));
        };
        worker.onerror = () => reject(new Error('the code worker fell over'));
        worker.postMessage({ wasmUrl, ...input } satisfies ToCodeWorker);
      }),
    stop: () => worker.terminate(),
  };
}

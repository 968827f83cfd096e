import type { Engine } from '../engine.ts';
import type { OcrAssets } from '../ocr-assets.ts';
import type { ReadPage, UnderstoodPage } from './understand-page.ts';
import type { FromUnderstanding, ToUnderstanding } from './understanding-messages.ts';

/** Understanding in a worker of its own. A defect in it is told on the console: it must not cost the page its words. */
export async function startUnderstanding(assets: OcrAssets): Promise<Engine<ReadPage, UnderstoodPage>> {
  const worker = new Worker(new URL('./understanding-worker.ts', import.meta.url), { type: 'module' });
  const model = `${assets.folder}/tones.model`;
  return {
    run: (page) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<FromUnderstanding>) => {
          if ('understood' in data) resolve(data.understood);
          else {
            console.error('understanding a page', data.failed);
            reject(new Error('a defect in understanding'));
          }
        };
        worker.onerror = () => reject(new Error('the understanding worker fell over'));
        worker.postMessage({ page, model } satisfies ToUnderstanding);
      }),
    stop: () => worker.terminate(),
  };
}

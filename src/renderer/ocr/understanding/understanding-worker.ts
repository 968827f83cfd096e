/// <reference lib="webworker" />
import {
  createToneRepair,
  type ToneRepair,
} from '../../../shared/domain/reading/tone-repair/repair-tones.ts';
import { understandPage } from './understand-page.ts';
import type { FromUnderstanding, ToUnderstanding } from './understanding-messages.ts';

/** Understands one page at a time, away from the window's thread: a key press paints within 50 ms. */
self.onmessage = async ({ data: { page, model } }: MessageEvent<ToUnderstanding>) => {
  const say = (word: FromUnderstanding): void => self.postMessage(word);
  try {
    say({ understood: understandPage(page, await tonesOf(model)) });
  } catch (defect) {
    say({ failed: defect instanceof Error ? (defect.stack ?? defect.message) : String(defect) });
  }
};

let tones: Promise<ToneRepair | null> | null = null;

/** Fetched and opened once. Without it a page is understood all the same, with its words as the engine read them. */
function tonesOf(address: string): Promise<ToneRepair | null> {
  tones ??= fetch(address)
    .then((answer) => answer.arrayBuffer())
    .then((bytes) => createToneRepair(new Uint8Array(bytes)))
    .catch((defect: unknown) => {
      console.error('the model of tone marks', defect);
      return null;
    });
  return tones;
}

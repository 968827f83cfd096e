/// <reference lib="webworker" />
import { understandPage } from './understand-page.ts';
import type { FromUnderstanding, ToUnderstanding } from './understanding-messages.ts';

/** Understands one page at a time, away from the window's thread: a key press paints within 50 ms. */
self.onmessage = ({ data }: MessageEvent<ToUnderstanding>) => {
  const say = (word: FromUnderstanding): void => self.postMessage(word);
  try {
    say({ understood: understandPage(data) });
  } catch (defect) {
    say({ failed: defect instanceof Error ? (defect.stack ?? defect.message) : String(defect) });
  }
};

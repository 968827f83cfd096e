import { ok } from '../../../shared/base/result.ts';
import type { EnginePicture, TimedReading } from '../engine.ts';
import type { EnginePool } from '../engine-pool.ts';
import type { ReadText } from './text-reading.ts';

/** tesseract.js in workers of the window. */
export function createWindowText(pool: EnginePool<EnginePicture, TimedReading>): ReadText {
  return async ({ picture, priority, signal }) => {
    const made = await picture();
    if (!made.ok) return made;
    const { dpi, darkGround } = made.value;
    const png = await made.value.png();
    if (!png.ok) return png;
    const read = await pool.run({ png: png.value, dpi, darkGround }, priority, signal);
    return read.ok ? ok({ ...read.value, engine: 'tesseract-js' }) : read;
  };
}

import { Instant, type LocalDate } from '../../shared/base/dates.ts';
import { hanoiDate } from '../../shared/base/hanoi-time.ts';
import { ocrAssets } from '../ocr/ocr-assets.ts';
import { createPageReader } from '../ocr/page-reader.ts';
import type { ReadingDoor } from './reading-door.ts';
import { workThrough } from './work-through.ts';

/** The windowless page of `npm run read`: the same reader as the desk's, fed by main. */
const today = (): LocalDate => hanoiDate(Instant.parse(new Date().toISOString()));

// The reading doors are open in this mode only, so the desk's own type does not know them.
const door = (window as unknown as { readonly desk: ReadingDoor }).desk;

void workThrough(
  door,
  createPageReader({ assets: ocrAssets(document.baseURI), cores: navigator.hardwareConcurrency, today }),
);

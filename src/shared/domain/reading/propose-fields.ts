import type { ReadField } from '../paper/paper.ts';
import { type ReadPage, readPaper } from './read-paper.ts';

export type { ReadPage };

/** The fields of one page alone, as far as they are there; `readPaper` also says its kind and contradictions. */
export const proposeFields = (page: ReadPage): readonly ReadField[] => readPaper(page).fields;

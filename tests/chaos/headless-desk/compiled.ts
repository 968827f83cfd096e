import { resolve } from 'node:path';

/**
 * Where Node keeps what it compiled: a run starts hundreds of desks, and half of the 0.7 s of processor time that a start
 * takes is reading TypeScript. It is found again by what stands in the source, so that a protection turned off is off.
 */
export const COMPILED = resolve(import.meta.dirname, '../../../.cache/compiled-for-chaos');

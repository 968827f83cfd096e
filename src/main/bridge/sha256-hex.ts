import { createHash } from 'node:crypto';

/** Of a text in UTF-8, 64 hex digits: what the folds of the log ask for. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

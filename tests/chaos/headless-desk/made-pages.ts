import { createCipheriv, createHash } from 'node:crypto';
import type { MadePage } from './orders.ts';

/** Bytes that nobody can pack or guess, always the same for the same name. */
export function bytesOf({ name, byteLength }: MadePage): Buffer {
  const key = createHash('sha256').update(name).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(byteLength));
}

export const hashOf = (page: MadePage): string => createHash('sha256').update(bytesOf(page)).digest('hex');

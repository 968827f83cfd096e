import { expect, it } from 'vitest';
import { fileSealFrom, newFileSeal } from '../../../src/main/disk/chunk-seal.ts';

const KEY = Buffer.alloc(32, 9);

it('[PS-4] a chunk opens only in its file, at its number, and as last or not as it was sealed', () => {
  const seal = newFileSeal(KEY);
  const plain = Buffer.from('trang 1');
  const sealed = seal.sealChunk(4, false, plain);
  const again = fileSealFrom(KEY, seal.header);
  expect(again?.openChunk(4, false, sealed)).toEqual(plain);
  expect(again?.openChunk(4, true, sealed)).toBeNull();
  expect(again?.openChunk(3, false, sealed)).toBeNull();
  expect(again?.openMeta(sealed)).toBeNull();
  expect(newFileSeal(KEY).openChunk(4, false, sealed)).toBeNull();
  expect(fileSealFrom(KEY, Buffer.alloc(32))).toBeNull();
});

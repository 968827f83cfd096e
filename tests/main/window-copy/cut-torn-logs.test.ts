import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutTornLogs } from '../../../src/main/window-copy/cut-torn-logs.ts';
import { writeRecordLog } from '../../support/write-record-log.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'torn-logs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const whole = writeRecordLog([Buffer.from('one'), Buffer.from('two')]);

describe('torn logs of the window’s copy', () => {
  for (const place of ['', 'Default', 'standin-profile/Default'])
    it(`are cut where Chromium keeps them (${place || 'Electron'}), nothing else is touched`, () => {
      const folder = join(root, place, 'IndexedDB/http_desk_0.indexeddb.leveldb');
      mkdirSync(folder, { recursive: true });
      const torn = join(folder, '000003.log');
      writeFileSync(torn, whole);
      appendFileSync(torn, Buffer.alloc(100));
      for (const name of ['000004.log', 'MANIFEST-000001']) writeFileSync(join(folder, name), whole);
      writeFileSync(join(folder, '000005.ldb'), Buffer.alloc(50));

      expect(cutTornLogs(root)).toEqual([{ file: '000003.log', bytes: 100 }]);
      expect(readFileSync(torn)).toEqual(whole);
      expect(readFileSync(join(folder, '000004.log'))).toEqual(whole);
      expect(readFileSync(join(folder, '000005.ldb'))).toEqual(Buffer.alloc(50));
      expect(cutTornLogs(root)).toEqual([]);
    });

  it('are none on a first start', () => {
    expect(cutTornLogs(join(root, 'not-there'))).toEqual([]);
  });
});

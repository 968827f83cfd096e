import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/base/result.ts';
import { filesBelow } from '../../support/files-below.ts';
import {
  aDesk,
  aFolder,
  aMemory,
  PAGES,
  TODAY,
  taken,
  waitingNames,
  waits,
  watching,
} from './a-hot-folder.ts';

describe('files that wait', () => {
  it('[HF-1] are whole: one that is still written waits until it rests', async () => {
    const dir = aFolder();
    const desk = await watching(dir);
    const file = openSync(join(dir, 'don.pdf'), 'w');
    for (let n = 0; n < 12; n++) {
      writeSync(file, 'part ');
      await pause(40);
      expect(waitingNames(desk)).toEqual([]);
    }
    closeSync(file);
    await waits(desk, ['don.pdf']);
    expect(desk.status().waiting[0]?.byteLength).toBe(60);
  });

  it('[HF-1] come under their last name only; links, folders and unfinished names do not count', async () => {
    const dir = aFolder();
    const desk = await watching(dir);
    writeFileSync(join(dir, '.scan-1'), 'x');
    writeFileSync(join(dir, 'scan1.pdf.part'), 'x');
    writeFileSync(join(dir, '~$don.docx'), 'x');
    writeFileSync(join(dir, 'Thumbs.db'), 'x');
    symlinkSync('/etc/passwd', join(dir, 'link.pdf'));
    mkdirSync(join(dir, 'folder.pdf'));
    writeFileSync(join(dir, 'folder.pdf', 'inside.pdf'), 'x');
    await pause(400);
    expect(waitingNames(desk)).toEqual([]);
    renameSync(join(dir, 'scan1.pdf.part'), join(dir, 'scan1.pdf'));
    await waits(desk, ['scan1.pdf']);
  });

  it('[HF-2] stay where they are until somebody takes them, also those from before', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'cũ 10.jpg'), 'ten');
    writeFileSync(join(dir, 'cũ 9.jpg'), 'nine');
    const desk = await watching(dir);
    await waits(desk, ['cũ 9.jpg', 'cũ 10.jpg']);
    await pause(300);
    expect(filesBelow(dir)).toEqual(['cũ 10.jpg', 'cũ 9.jpg']);
  });

  it('[HF-1] looking again and again finds the same (shares that tell nothing)', async () => {
    const dir = aFolder();
    const desk = await aDesk(aMemory());
    await desk.choose(dir, true);
    writeFileSync(join(dir, 'scan.tif'), 'tiff');
    await waits(desk, ['scan.tif']);
    await taken(desk, 'scan.tif');
    await waits(desk, []);
  });
});

describe('taking', () => {
  it('[HF-4] moves a file to the day only when its pages are in a draft', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'don.pdf'), 'pages');
    const desk = await watching(dir);
    await waits(desk, ['don.pdf']);
    const file = await taken(desk, 'don.pdf');
    expect(file).toMatchObject({ fault: null, pages: [{ byteLength: 5 }] });
    expect(filesBelow(dir)).toEqual([`Đang nhận/CN02-Q03/${file.claimId}/don.pdf`]);
    await desk.settle({ claimId: file.claimId, outcome: PAGES });
    expect(filesBelow(dir)).toEqual([`Đã nhận/${TODAY}/don.pdf`]);
    expect(existsSync(join(dir, 'Đang nhận'))).toBe(false);
    expect(await desk.settle({ claimId: file.claimId, outcome: PAGES })).toEqual({ ok: true, value: {} });
  });

  it('[HF-7] never writes over a name', async () => {
    const dir = aFolder();
    const desk = await watching(dir);
    for (const text of ['one', 'two', 'three']) {
      writeFileSync(join(dir, 'scan.pdf'), text);
      await waits(desk, ['scan.pdf']);
      await desk.settle({ claimId: (await taken(desk, 'scan.pdf')).claimId, outcome: PAGES });
      await waits(desk, []);
    }
    const day = join(dir, 'Đã nhận', TODAY);
    const texts = ['scan.pdf', 'scan (2).pdf', 'scan (3).pdf'].map((name) =>
      readFileSync(join(day, name), 'utf8'),
    );
    expect(texts).toEqual(['one', 'two', 'three']);
  });

  it('[HF-5] a file at fault goes aside with the sentence that was read', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'trống.pdf'), '');
    writeFileSync(join(dir, 'hỏng.pdf'), 'bad');
    const desk = await watching(dir);
    await waits(desk, ['hỏng.pdf', 'trống.pdf']);
    for (const [name, code] of [
      ['hỏng.pdf', 'file-damaged'],
      ['trống.pdf', 'file-empty'],
    ] as const) {
      const file = await taken(desk, name);
      expect(file).toMatchObject({ pages: [], fault: { code, facts: { name } } });
      await desk.settle({
        claimId: file.claimId,
        outcome: { became: 'refused', sentence: 'Tệp bị hỏng. Quét lại.' },
      });
    }
    expect(filesBelow(dir)).toEqual([
      'Không nhận được/hỏng.pdf',
      'Không nhận được/hỏng.pdf.txt',
      'Không nhận được/trống.pdf',
      'Không nhận được/trống.pdf.txt',
    ]);
    const why = readFileSync(join(dir, 'Không nhận được', 'hỏng.pdf.txt'), 'utf8');
    expect(why).toBe('\ufeffhỏng.pdf\r\nTệp bị hỏng. Quét lại.\r\n');
  });

  it('[HF-5] one that is too large is refused before it is read', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'large.pdf'), Buffer.alloc(2 * 1024 * 1024, 1));
    const desk = await watching(dir);
    await waits(desk, ['large.pdf']);
    expect((await taken(desk, 'large.pdf')).fault).toMatchObject({
      code: 'file-too-large',
      facts: { megabytes: 2, limitMegabytes: 1 },
    });
  });

  it('[HF-6] what is not the file’s fault puts it back', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'don.pdf'), 'pages');
    let full = true;
    const desk = await watching(dir, aMemory(), {
      importFile: async () => fail(full ? 'disk-full' : 'file-damaged', 'officer-decides'),
    });
    await waits(desk, ['don.pdf']);
    expect(await desk.take('don.pdf')).toMatchObject({ failure: { code: 'disk-full' } });
    await waits(desk, ['don.pdf']);
    full = false;
    expect((await taken(desk, 'don.pdf')).fault?.code).toBe('file-damaged');
  });

  it('[HF-6] whose pages found no draft waits again at once', async () => {
    const dir = aFolder();
    writeFileSync(join(dir, 'don.pdf'), 'pages');
    const desk = await watching(dir);
    await waits(desk, ['don.pdf']);
    const { claimId } = await taken(desk, 'don.pdf');
    await desk.settle({ claimId, outcome: { became: 'nothing' } });
    await waits(desk, ['don.pdf']);
  });

  it('ten files at once come in one by one, each once', async () => {
    const dir = aFolder();
    const desk = await watching(dir);
    const names = Array.from({ length: 10 }, (_, n) => `scan ${n + 1}.jpg`);
    for (const name of names) writeFileSync(join(dir, name), name);
    await waits(desk, names);
    const files = await Promise.all(names.map((name) => taken(desk, name)));
    expect(new Set(files.map(({ pages }) => pages[0]?.sha256)).size).toBe(10);
    await Promise.all(files.map(({ claimId }) => desk.settle({ claimId, outcome: PAGES })));
    expect(filesBelow(dir)).toHaveLength(10);
    await waits(desk, []);
  });

  it('[HF-3] of two desks one wins, the other hears that it is gone', async () => {
    const dir = aFolder();
    const [one, other] = [await watching(dir), await watching(dir, aMemory(), { desk: 'CN02-Q04' })];
    const names = Array.from({ length: 6 }, (_, n) => `scan ${n + 1}.jpg`);
    for (const name of names) writeFileSync(join(dir, name), name);
    await waits(one, names);
    await waits(other, names);
    const results = await Promise.all(names.flatMap((name) => [one.take(name), other.take(name)]));
    expect(results.filter(({ ok }) => ok)).toHaveLength(6);
    for (const result of results) if (!result.ok) expect(result.failure.code).toBe('hot-folder-file-gone');
    expect(filesBelow(dir)).toHaveLength(6);
  });

  it('only what waits can be named', async () => {
    const dir = aFolder();
    mkdirSync(join(dir, 'in'));
    writeFileSync(join(dir, 'secret.pdf'), 'x');
    const desk = await watching(join(dir, 'in'));
    for (const name of ['../secret.pdf', '/etc/passwd', '', 'nothing.pdf'])
      expect(await desk.take(name)).toMatchObject({ failure: { code: 'hot-folder-file-gone' } });
    expect(existsSync(join(dir, 'secret.pdf'))).toBe(true);
  });
});

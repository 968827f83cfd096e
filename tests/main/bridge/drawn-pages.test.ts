import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { createDrawnPages } from '../../../src/main/bridge/drawn-pages.ts';
import { createPageImages } from '../../../src/main/page-images/page-images.ts';
import { openPageStore } from '../../../src/main/page-store/page-store.ts';
import { importFile } from '../../../src/main/pages-in/import-file.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { loadFont } from '../documents/package-fonts.ts';
import { aFolder } from './a-profile.ts';

const LINES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Họ và tên: Nguyễn Thị Thảo Vy, sinh ngày 05/3/1991',
  'Nơi cư trú: số 12, ngõ 34, phường Cửa Nam, Hà Nội.',
];

it('[PS-11] a PDF that says what it prints is served with its words, whole and as it lies; a scan is not', async () => {
  const opened = await openPageStore({ dir: aFolder(), key: randomBytes(32) });
  if (!opened.ok) throw new Error(opened.failure.code);
  const images = createPageImages({
    readPage: async (sha256) => {
      const page = await opened.value.readAll(Sha256.parse(sha256));
      return page.ok ? page.value.bytes : null;
    },
  });
  const drawn = createDrawnPages(() => opened.value, images.tilt);
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = await pdf.embedFont(await loadFont('Tinos_400Regular'), { subset: true });
  const page = pdf.addPage([595, 842]);
  for (const [n, line] of LINES.entries()) page.drawText(line, { font, x: 60, y: 760 - 24 * n, size: 13 });
  const imported = await importFile({ name: 'don.pdf', bytes: await pdf.save() }, { putPage: drawn.putPage });
  const sha256 = imported.ok ? (imported.value.pages[0]?.sha256 ?? '') : '';
  const layer = await drawn.textLayer(sha256);
  expect(layer?.words.map(({ text }) => text).join(' ')).toBe(LINES.join(' '));
  expect(await drawn.lookAt(sha256, { rotation: 0 })).toEqual({ rotation: 0, cut: 'whole' });

  const scan = fileURLToPath(new URL('../../fixtures/pages/vn09_tt53-2025_p06_chuky.png', import.meta.url));
  const taken = await importFile({ name: 'scan', bytes: readFileSync(scan) }, { putPage: drawn.putPage });
  const other = taken.ok ? (taken.value.pages[0]?.sha256 ?? '') : '';
  expect(await drawn.textLayer(other)).toBeNull();
  expect(await drawn.lookAt(other, { rotation: 90 })).toEqual({ rotation: 90 });
});

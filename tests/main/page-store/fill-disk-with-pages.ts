// Run by disk-full.test.ts on a small disk.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPageStore } from '../../../src/main/page-store/page-store.ts';
import { openSealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';

const disk = process.argv[2] ?? '';
const key = Buffer.alloc(32, 9);
const meta = { mediaType: 'image/jpeg', width: 10, height: 10, dpi: null } as const;

const pages = await openPageStore({ dir: join(disk, 'pages'), key });
const files = await openSealedFiles({ dir: join(disk, 'files'), key });
if (!pages.ok || !files.ok) throw new Error('not opened');
const codeOf = (result: { ok: true } | { ok: false; failure: { code: string } }) =>
  result.ok ? 'ok' : result.failure.code;

const first = await pages.value.put(randomBytes(200_000), meta);
if (!first.ok) throw new Error(first.failure.code);
const tooMuch = codeOf(await pages.value.put(randomBytes(2_000_000), meta));
const left = readdirSync(join(disk, 'pages', 'unfinished')).length;
const stillFits = codeOf(await pages.value.put(randomBytes(200_000), meta));

await files.value.save('session', 'old');
const valueTooLarge = codeOf(await files.value.save('session', 'x'.repeat(2_000_000)));
const value = await files.value.load('session');
const filesLeft = readdirSync(join(disk, 'files'));
console.log(
  JSON.stringify({
    tooMuch,
    left,
    stillFits,
    firstIs: codeOf(await pages.value.verify(first.value.sha256)),
    valueTooLarge,
    value: value.ok ? value.value : value.failure.code,
    filesLeft,
    freeIsTold: (await pages.value.freeBytes()) < 1024 * 1024,
  }),
);

import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { readStanding } from '../../../src/main/backup/backup-folder.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { commit, ENROLLED, freshFolder, readAll, voided } from '../journal/journal-fixture.ts';
import { aDesk, begin, copyIn, following, levelAt } from './a-backup.ts';
import { receivedWith } from './a-received-dossier.ts';

const seqsIn = async (dir: string) => {
  const copy = await copyIn(dir);
  const page = await copy.journal.read({ afterSeq: 0, limit: 1000 });
  await copy.journal.close();
  await copy.cityLog.close();
  return page.ok ? page.value.events.map(({ seq }) => seq) : [page.failure.code];
};
const flip = (path: string, at: number) => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
};

async function workingDesk(facts = 3) {
  const dir = freshFolder();
  const desk = await aDesk(dir);
  await commit(desk.journal, ENROLLED);
  for (let n = 1; n < facts; n += 1) await commit(desk.journal, voided(n));
  return { dir, desk };
}

describe('following', () => {
  it('[BK-1] each commit is there soon, with its hash, and the copy says how far it is', async () => {
    const { desk } = await workingDesk();
    const place = await begin(freshFolder());
    const backup = following(desk, place);
    await backup.until(levelAt(3));
    await commit(desk.journal, voided(7), voided(8));
    await backup.until(levelAt(5));
    expect(await readStanding(place.dir)).toMatchObject({ seq: 5, dossiers: 3, unsentDossiers: 1 });
    await backup.close();
    const copy = await copyIn(place.dir);
    const there = await copy.journal.read({ afterSeq: 0, limit: 100 });
    expect(there.ok && there.value.events).toEqual(await readAll(desk.journal));
    await copy.journal.close();
    await copy.cityLog.close();
  });

  it('[BK-1] what is committed as the desk closes goes along', async () => {
    const { desk } = await workingDesk();
    const place = await begin(freshFolder());
    const backup = following(desk, place);
    await backup.until(levelAt(3));
    await commit(desk.journal, voided(9));
    await backup.close();
    expect(await seqsIn(place.dir)).toEqual([1, 2, 3, 4]);
  });

  it('[BK-2] a share that goes away is gone on with when it is back, and an empty folder in its place is not written to', async () => {
    const { desk } = await workingDesk();
    const chosen = freshFolder();
    const place = await begin(chosen);
    const backup = following(desk, place);
    await backup.until(levelAt(3));
    renameSync(place.dir, `${place.dir}-away`);
    mkdirSync(place.dir);
    await commit(desk.journal, voided(5));
    expect(await backup.until(({ state }) => state === 'away')).toMatchObject({
      reason: 'backup-away',
      copiedSeq: 3,
    });
    expect(readdirSync(place.dir)).toEqual([]);
    rmSync(place.dir, { recursive: true });
    renameSync(`${place.dir}-away`, place.dir);
    backup.wake();
    await backup.until(levelAt(4));
  });

  it('[BK-4] values, drafts and pages go too; a draft that vanished without a reason stays', async () => {
    const { desk } = await workingDesk();
    const bytes = Buffer.from('a page');
    const page = await desk.pages.put(bytes, { mediaType: 'image/png', width: 1, height: 1, dpi: null });
    if (!page.ok) throw new Error(page.failure.code);
    await commit(desk.journal, receivedWith(page.value.sha256));
    const [sent, vanished, open] = [v7(), v7(), v7()];
    for (const draft of [sent, vanished, open]) await desk.drafts.save(draft, { draft });
    await desk.values.save('line-reference', { version: 1 });
    await desk.values.save('backup', { folder: 'x' });
    const place = await begin(freshFolder());
    const backup = following(desk, place, { over: [sent] });
    await backup.until(levelAt(4));
    await desk.drafts.remove(sent);
    await desk.drafts.remove(vanished);
    await commit(desk.journal, voided(9));
    await backup.until(levelAt(5));
    await backup.close();
    const copy = await copyIn(place.dir);
    expect(await copy.drafts.list()).toEqual([vanished, open].sort());
    expect(await copy.values.list()).toEqual(['line-reference']);
    expect(await copy.pages.verify(page.value.sha256)).toMatchObject({ ok: true });
    await copy.journal.close();
    await copy.cityLog.close();
  });
});

describe('never making a good copy worse', () => {
  it('[BK-5] a journal that is shorter than its copy is refused and alarmed', async () => {
    const { dir, desk } = await workingDesk(5);
    const place = await begin(freshFolder());
    const first = following(desk, place);
    await first.until(levelAt(5));
    await first.close();
    await desk.close();
    // The desk's disk was put back to an older state.
    const older = await workingDesk(1);
    await older.desk.close();
    rmSync(join(dir, 'journal'), { recursive: true });
    cpSync(join(older.dir, 'journal'), join(dir, 'journal'), { recursive: true });
    const back = await aDesk(dir);
    const backup = following(back, place);
    expect(await backup.until(({ state }) => state === 'refused')).toMatchObject({ reason: 'backup-ahead' });
    await backup.close();
    expect(await seqsIn(place.dir)).toEqual([1, 2, 3, 4, 5]);

    for (let n = 1; n < 8; n += 1) await commit(back.journal, voided(n));
    const again = following(back, place);
    expect(await again.until(({ state }) => state === 'refused')).toMatchObject({
      reason: 'backup-branched',
    });
    await again.close();
    expect(await seqsIn(place.dir)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[BK-5] a damaged journal, value, draft or page overwrites nothing', async () => {
    const { dir, desk } = await workingDesk(5);
    await desk.values.save('desk-signing-key', { key: 1 });
    await desk.drafts.save('a-draft', { text: 1 });
    const place = await begin(freshFolder());
    const first = following(desk, place);
    await first.until(levelAt(5));
    await first.close();
    await desk.close();
    flip(join(dir, 'values', 'desk-signing-key.sealed'), 40);
    flip(join(dir, 'drafts', 'a-draft.sealed'), 40);
    flip(join(dir, 'journal', '00000001.seg'), 2000);
    const hurt = await aDesk(dir);
    expect(hurt.findings.map(({ code }) => code)).toEqual(['journal-damaged']);
    const backup = following(hurt, place);
    expect(await backup.until(({ state }) => state === 'refused')).toMatchObject({
      reason: 'journal-damaged',
    });
    await backup.close();
    const copy = await copyIn(place.dir);
    expect(await copy.values.load('desk-signing-key')).toEqual({ ok: true, value: { key: 1 } });
    expect(await copy.drafts.load('a-draft')).toEqual({ ok: true, value: { text: 1 } });
    await copy.journal.close();
    await copy.cityLog.close();
    expect(await seqsIn(place.dir)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[BK-6] a copy that was damaged there is put aside and made again', async () => {
    const { desk } = await workingDesk(5);
    const place = await begin(freshFolder());
    const first = following(desk, place);
    await first.until(levelAt(5));
    await first.close();
    flip(join(place.dir, 'journal', '00000001.seg'), 1500);
    const backup = following(desk, place);
    await backup.until(levelAt(5));
    await backup.close();
    expect(await seqsIn(place.dir)).toEqual([1, 2, 3, 4, 5]);
    expect(readdirSync(place.dir)).toContain('journal.hong-1');
  });

  it('[BK-6] what a power cut leaves there at any length is mended by going on', async () => {
    const { desk } = await workingDesk(5);
    const place = await begin(freshFolder());
    const first = following(desk, place);
    await first.until(levelAt(5));
    await first.close();
    const path = join(place.dir, 'journal', '00000001.seg');
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += 397) {
      writeFileSync(path, whole.subarray(0, length));
      const backup = following(desk, place);
      await backup.until(levelAt(5));
      await backup.close();
      expect(await seqsIn(place.dir), `cut at ${length}`).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it('[BK-7] a restored desk has taken the copy over: the old PC writes nothing more there', async () => {
    const { desk } = await workingDesk();
    const place = await begin(freshFolder());
    const backup = following(desk, { ...place, owner: v7() });
    expect(await backup.until(({ state }) => state === 'refused')).toMatchObject({
      reason: 'backup-taken-over',
    });
    await backup.close();
    expect(readdirSync(place.dir)).toEqual(['ban-luu.json']);
  });
});

describe('pages', () => {
  it('[BK-8] a page missing or damaged here comes back from the copy; one that is nowhere is counted', async () => {
    const { dir, desk } = await workingDesk(1);
    const stored: Sha256[] = [];
    for (const text of ['one', 'two', 'three']) {
      const put = await desk.pages.put(Buffer.from(text), {
        mediaType: 'image/png',
        width: 1,
        height: 1,
        dpi: null,
      });
      if (!put.ok) throw new Error(put.failure.code);
      stored.push(put.value.sha256);
      await commit(desk.journal, receivedWith(put.value.sha256));
    }
    const [one, two, three] = stored as [Sha256, Sha256, Sha256];
    const place = await begin(freshFolder());
    const first = following(desk, place);
    await first.until(levelAt(4));
    await first.close();
    const at = (root: string, page: Sha256) => join(root, 'pages', page.slice(0, 2), page);
    rmSync(at(dir, one));
    flip(at(place.dir, two), 1060);
    rmSync(at(dir, three));
    rmSync(at(place.dir, three));
    const backup = following(desk, place);
    const status = await backup.until(({ state, pagesLost }) => state === 'level' && pagesLost === 1);
    expect(status).toMatchObject({ pagesMended: 1, pagesLost: 1 });
    expect(await desk.pages.verify(one)).toMatchObject({ ok: true });
    await backup.close();
    const copy = await copyIn(place.dir);
    expect(await copy.pages.verify(two)).toMatchObject({ ok: true });
    await copy.journal.close();
    await copy.cityLog.close();
  });
});

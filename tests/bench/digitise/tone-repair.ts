import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeToneModel } from '../../../build/tone-model/make-tone-model.ts';
import { CORPUS, readCorpus } from '../../../build/tone-model/read-corpus.ts';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { readingFromTsv } from '../../../src/renderer/ocr/words.ts';
import type { PrintedWord } from '../../../src/shared/domain/reading/printed-word.ts';
import {
  createToneRepair,
  type ToneRepair,
} from '../../../src/shared/domain/reading/tone-repair/repair-tones.ts';
import { comparable, letterErrorRate } from '../../support/letter-errors.ts';
import { atMost, type ReportRow, report, shown } from '../report.ts';
import { noisyPage } from './tone-repair/noisy-page.ts';
import { passageOf, textsUnlike } from './tone-repair/unseen-texts.ts';
import { wordPairs } from './tone-repair/word-pairs.ts';

const home = resolve(import.meta.dirname, '../../..');
const evalset = resolve(home, '../shared/evalset');
const assets = join(home, 'build/ocr-assets');
/** Every 25th text gives a page: about forty of them, set aside before the model is made. */
const ONE_TEXT_IN = 25;
/** Above this a page is not misread but not read at all. */
const UNREADABLE = 0.3;

type Page = { readonly name: string; readonly truth: string; readonly words: readonly PrintedWord[] };
type Tally = { gained: number; broken: number; other: number };

/** Native tesseract with the desk's data on the desk's reading picture; boxes are not looked at here. */
async function readPage(folder: string, bytes: Buffer): Promise<readonly PrintedWord[]> {
  const { png, dpi } = await makeReading(bytes, { rotation: 0 });
  const picture = join(folder, 'page.png');
  await writeFile(picture, png);
  const ran = spawnSync(
    'tesseract',
    [picture, 'stdout', '-l', 'vie', '--tessdata-dir', assets, '--psm', '3']
      .concat(['-c', `user_defined_dpi=${dpi}`])
      .concat(['-c', 'tessedit_create_tsv=1']),
    { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (ran.status !== 0) throw new Error(`tesseract: ${ran.stderr || ran.error?.message}`);
  const box = { x: 0, y: 0, width: 0, height: 0 };
  return readingFromTsv(ran.stdout).words.map(({ text, confidence, line }) => ({
    text,
    confidence,
    line,
    box,
  }));
}

const textOf = (words: readonly PrintedWord[]): string => words.map(({ text }) => text).join(' ');
const errorRate = ({ truth }: Page, words: readonly PrintedWord[]): number =>
  letterErrorRate(comparable(truth), comparable(textOf(words)));
const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

function measured(what: string, pages: readonly Page[], { repair }: ToneRepair): readonly ReportRow[] {
  const bands = new Map<number, Tally>();
  const all: Tally = { gained: 0, broken: 0, other: 0 };
  const after = pages.map((page) => {
    const repaired = repair(page.words);
    const texts = page.words.map(({ text }) => text);
    for (const { read, meant } of wordPairs(texts, page.truth.split(/\s+/).filter(Boolean))) {
      const word = read === null ? undefined : repaired[read];
      if (read === null || word?.asRead === undefined) continue;
      const kind = word.text === meant ? 'gained' : word.asRead === meant ? 'broken' : 'other';
      const band = Math.min(9, Math.floor((page.words[read]?.confidence ?? 0) * 10));
      const tally = bands.get(band) ?? { gained: 0, broken: 0, other: 0 };
      bands.set(band, tally);
      tally[kind] += 1;
      all[kind] += 1;
      if (kind !== 'gained')
        console.log(`${page.name}: ${kind} ${word.asRead} → ${word.text}, is ${meant ?? 'nothing'}`);
    }
    return errorRate(page, repaired);
  });
  for (const [band, { gained, broken, other }] of [...bands].sort(([a], [b]) => a - b)) {
    console.log(
      `${what}: confidence 0.${band}: gained ${gained}, broken ${broken}, wrong before and after ${other}`,
    );
  }
  const before = pages.map((page) => errorRate(page, page.words));
  return [
    shown(`${what}: letters wrong as read, median of ${pages.length}`, median(before) * 100, '%'),
    atMost(`${what}: letters wrong repaired`, median(after) * 100, '%', median(before) * 100),
    shown(`${what}: words gained`, all.gained, ''),
    atMost(`${what}: words broken`, all.broken, '', all.gained / 10),
    shown(`${what}: wrong before and after`, all.other, ''),
  ];
}

/**
 * What the repair gains and breaks: on the Vietnamese pages with transcripts, with the desk's model and with one that
 * has seen no text like them, and on noisy pages made of texts set aside. Needs `../shared`, tar, xz and tesseract.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  if (!existsSync(CORPUS) || !existsSync(evalset)) {
    console.log(`Nothing is measured: ${CORPUS} or ${evalset} is not here.`);
    return [shown('tone repair: pages', 0, '')];
  }
  const texts = await readCorpus();
  const asideTexts = texts.filter((_, at) => at % ONE_TEXT_IN === 7);
  const folder = await mkdtemp(join(tmpdir(), 'tone-repair-'));
  try {
    const real: Page[] = [];
    for (const file of readdirSync(join(evalset, 'real')).sort()) {
      if (!/^vn.*\.(?:png|jpg)$/.test(file)) continue;
      const path = join(evalset, 'real', file);
      const truth = readFileSync(path.replace(/\.\w+$/, '.txt'), 'utf8').normalize('NFC');
      real.push({ name: file, truth, words: await readPage(folder, readFileSync(path)) });
    }
    const noisy: Page[] = [];
    for (const [seed, text] of asideTexts.entries()) {
      const truth = passageOf(text);
      if (truth === null) continue;
      const page = { name: text.name, truth, words: await readPage(folder, await noisyPage(truth, seed)) };
      if (errorRate(page, page.words) < UNREADABLE) noisy.push(page);
    }
    const pages = [...real, ...noisy].map(({ truth }) => truth);
    const unseen = textsUnlike(
      texts.filter((text) => !asideTexts.includes(text)),
      pages,
    );
    console.log(`The model of unseen texts has ${unseen.length} of ${texts.length}.`);
    const ofUnseen = createToneRepair(makeToneModel(unseen));
    const desk = createToneRepair(readFileSync(join(assets, 'tones.model')));
    return [
      ...measured("real, the desk's model", real, desk),
      ...measured('real, model of other texts', real, ofUnseen),
      ...measured('noisy, model of other texts', noisy, ofUnseen),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) process.exitCode = await report('bench', 'digitise-tone-repair', await measure());

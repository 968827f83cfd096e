// node build/tone-model/build-tone-model.ts: writes build/ocr-assets/tones.model from the corpus of legal texts and says
// its SHA-256, which must stand in build/ocr-assets/pinned-assets.ts.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeToneModel } from './make-tone-model.ts';
import { CORPUS, readCorpus } from './read-corpus.ts';

const [archive = CORPUS] = process.argv.slice(2);
const target = resolve(import.meta.dirname, '../ocr-assets/tones.model');
try {
  const texts = await readCorpus(archive);
  const model = makeToneModel(texts);
  await writeFile(target, model);
  const sha256 = createHash('sha256').update(model).digest('hex');
  console.log(`${texts.length} texts → ${target}: ${model.length} bytes, SHA-256 ${sha256}`);
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}

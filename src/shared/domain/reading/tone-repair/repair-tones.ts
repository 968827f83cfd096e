import type { PrintedWord } from '../printed-word.ts';
import { bestPath, type Choice, wordCost } from './best-path.ts';
import { foreignLines } from './foreign-lines.ts';
import { nameWords } from './name-words.ts';
import { doubtCost, neededMargin, repairedConfidence } from './repair-evidence.ts';
import { BREAK, modelTokens } from './tokens.ts';
import { modelSpelling, newerSpelling } from './tone-placement.ts';
import { wordCandidates } from './word-candidates.ts';
import { readWordModel } from './word-model.ts';
import { reshaped, type WordShape, wordShape } from './word-shape.ts';

/** A word after the repair; `asRead` only where it was changed. */
export type RepairedWord = PrintedWord & { readonly asRead?: string | undefined };

export type ToneRepair = {
  /** The same words in the same order with the same boxes; some have other letters (RULES.md TR-1…). Idempotent. */
  readonly repair: (words: readonly RepairedWord[]) => readonly RepairedWord[];
};

/** A place of the text as the model sees it; `of` is the printed word that may be changed here. */
type Place = { choices: readonly Choice[]; readonly of: number | null };
/** A known word read this surely has its letters right; its marks may still be wrong. */
const LETTERS_BELOW = 0.8;

/**
 * Corrects marks (and letters that the engine takes for each other) in words of which the engine is not sure, by what
 * stands beside them. @param bytes the file `tones.model` (`build/tone-model`); throws when it is something else
 */
export function createToneRepair(bytes: Uint8Array): ToneRepair {
  const model = readWordModel(bytes);
  const candidatesOf = wordCandidates(model);
  const breakNumber = model.numberOf(BREAK);

  return { repair };

  function repair(words: readonly RepairedWord[]): readonly RepairedWord[] {
    const asRead = words.map((word) => ({ ...word, text: word.asRead ?? word.text }));
    const names = nameWords(asRead);
    const foreign = foreignLines(asRead);
    const shapes = words.map((word, at) =>
      word.asRead !== undefined || names.has(at) || foreign.has(word.line) ? null : wordShape(word.text),
    );
    const places = placesOf(words, shapes);
    const changes = new Map<number, number>();
    // what is repaired in one round is context in the next; each round settles words for good, so it ends
    while (settle(places, words, shapes, changes)) {}
    const newer = usesNewerSpelling(asRead);
    return words.map((word, at) => {
      const changed = changes.get(at);
      const shape = shapes[at];
      if (changed === undefined || !shape) return word;
      const spelled = model.words[changed] ?? '';
      return {
        ...word,
        text: reshaped(shape, newer ? newerSpelling(spelled) : spelled),
        asRead: word.text,
        confidence: repairedConfidence(word.confidence),
      };
    });
  }

  function placesOf(words: readonly PrintedWord[], shapes: readonly (WordShape | null)[]): Place[] {
    const places: Place[] = [];
    for (const [at, { text, confidence }] of words.entries()) {
      const shape = shapes[at];
      for (const token of modelTokens(text)) {
        const word = model.numberOf(token);
        const isLast = places.at(-1)?.choices[0]?.word === breakNumber;
        if (token === BREAK && isLast) continue;
        const read = { word, cost: 0 };
        if (!shape || token === BREAK) places.push({ choices: [read], of: null });
        else places.push({ choices: [read, ...alternatives(shape, word, confidence)], of: at });
      }
    }
    return places;
  }

  function alternatives(shape: WordShape, word: number, confidence: number): readonly Choice[] {
    if (shape.letters.length < 2) return [];
    const doubt = doubtCost(confidence);
    // an abbreviation is a letter away from many words, a name from another name
    const letters =
      shape.letterCase === 'lower'
        ? word === 0 || confidence < LETTERS_BELOW
        : shape.letterCase === 'capital' && word === 0;
    return candidatesOf(shape.letters.toLowerCase(), letters).map((candidate) => ({
      word: candidate.word,
      cost: doubt + candidate.misread,
    }));
  }

  /** Takes over what is sure enough; false when nothing new was. */
  function settle(
    places: Place[],
    words: readonly PrintedWord[],
    shapes: readonly (WordShape | null)[],
    changes: Map<number, number>,
  ): boolean {
    const path = bestPath(
      model,
      places.map((place) => place.choices),
      breakNumber,
    );
    const chosen = places.map((place, at) => place.choices[path[at] ?? 0] as Choice);
    const settled: (readonly [Place, Choice])[] = [];
    for (const [at, place] of places.entries()) {
      const read = place.choices[0];
      const better = chosen[at];
      if (place.of === null || read === undefined || better === undefined || better === read) continue;
      const margin = costAround(chosen, at, read) - costAround(chosen, at, better);
      const word = words[place.of];
      const shape = shapes[place.of];
      if (!word || !shape || margin < neededMargin(word.confidence, shape.letterCase)) continue;
      if (shape.letterCase !== 'lower' && !isKnownBeside(chosen, at, better.word)) continue;
      settled.push([place, better]);
      changes.set(place.of, better.word);
    }
    for (const [place, choice] of settled) place.choices = [{ word: choice.word, cost: 0 }];
    return settled.length > 0;
  }

  /** What the three words cost that hear of a choice. */
  function costAround(chosen: readonly Choice[], at: number, choice: Choice): number {
    const wordAt = (place: number): number =>
      place === at ? choice.word : place < 0 ? breakNumber : (chosen[place]?.word ?? breakNumber);
    let cost = choice.cost;
    for (let place = at; place < Math.min(at + 3, chosen.length); place += 1) {
      cost += wordCost(model, wordAt(place - 2), wordAt(place - 1), wordAt(place));
    }
    return cost;
  }

  /** Capitalised words may be names: only those that the texts have side by side with a neighbour are believed in. */
  function isKnownBeside(chosen: readonly Choice[], at: number, word: number): boolean {
    const before = chosen[at - 1]?.word ?? 0;
    const after = chosen[at + 1]?.word ?? 0;
    return (
      (before !== breakNumber && model.hasPair(before, word)) ||
      (after !== breakNumber && model.hasPair(word, after))
    );
  }
}

/** Whether the page writes `hoà` rather than `hòa`. */
function usesNewerSpelling(words: readonly PrintedWord[]): boolean {
  let newer = 0;
  for (const { text } of words) {
    const lower = wordShape(text)?.letters.toLowerCase() ?? '';
    if (modelSpelling(lower) !== lower) newer += 1;
    else if (newerSpelling(lower) !== lower) newer -= 1;
  }
  return newer > 0;
}

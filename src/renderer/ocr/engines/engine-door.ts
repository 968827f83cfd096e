import {
  type EngineComparison,
  READING_ENGINES_URL,
  ReadingEngines,
} from '../../../shared/contracts/bridge/reading-engines.ts';

/** What main knows of the engines of this PC. */
export type EngineDoor = {
  readonly ask: () => Promise<ReadingEngines['use']>;
  readonly tell: (comparison: EngineComparison) => Promise<ReadingEngines['use']>;
};

/** Whatever goes wrong here, the window's own engine reads. */
async function useOf(init?: RequestInit): Promise<ReadingEngines['use']> {
  try {
    const answer = await fetch(READING_ENGINES_URL, { cache: 'no-store', ...init });
    return ReadingEngines.parse(await answer.json()).use;
  } catch {
    return 'tesseract-js';
  }
}

export const engineDoor: EngineDoor = {
  ask: () => useOf(),
  tell: (comparison) => useOf({ method: 'PUT', body: JSON.stringify(comparison) }),
};

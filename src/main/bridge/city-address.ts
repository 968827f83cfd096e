import { z } from 'zod';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

const NAME = 'city-address';
const CityAddress = z.object({ url: z.url() });

/** Where the city was when the desk was enrolled; who the city is stands in the journal's first fact. */
export async function findCityAddress(files: SealedFiles): Promise<string | null> {
  const loaded = await files.load(NAME);
  const parsed = CityAddress.safeParse(loaded.ok ? loaded.value : null);
  return parsed.success ? parsed.data.url : null;
}

export const saveCityAddress = (files: SealedFiles, url: string) => files.save(NAME, { url });

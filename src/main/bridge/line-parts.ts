import type { Failure, Result } from '../../shared/base/result.ts';
import type { LineStore } from '../city/ports.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

/** Sealed values as the line wants them: a value that cannot be read counts as never heard and is asked for again. */
export function lineStoreOf(
  files: SealedFiles,
  logDefect: (where: string, defect: unknown) => void,
): LineStore {
  return {
    load: async (name) => {
      const loaded = await files.load(`line-${name}`);
      if (loaded.ok) return loaded.value;
      logDefect(`load line-${name}`, loaded.failure.code);
      return null;
    },
    save: async (name, value) => {
      const saved: Result<unknown, Failure> = await files.save(`line-${name}`, value);
      if (!saved.ok) throw new Error(`line-${name} not saved: ${saved.failure.code}`);
    },
  };
}

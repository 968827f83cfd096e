import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** NAPS2's console program, the words it begins with, and where its profiles may lie. */
export type Naps2 = {
  readonly program: string;
  readonly words: readonly string[];
  readonly profileFiles: readonly string[];
};

/** Where its installers put it; null where it is not installed. */
export async function findNaps2(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Naps2 | null> {
  const windows = platform === 'win32';
  const places = windows
    ? [env.ProgramFiles, env['ProgramFiles(x86)']].flatMap((folder) =>
        folder === undefined ? [] : [join(folder, 'NAPS2', 'NAPS2.Console.exe')],
      )
    : ['/usr/bin/naps2', '/usr/local/bin/naps2'];
  const settings = windows
    ? [env.APPDATA].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'NAPS2')]))
    : [join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'naps2')];
  for (const program of places) {
    const there = await access(program).then(
      () => true,
      () => false,
    );
    if (there)
      return {
        program,
        words: windows ? [] : ['console'],
        profileFiles: settings.map((folder) => join(folder, 'profiles.xml')),
      };
  }
  return null;
}

import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** A tesseract that will do. */
export type Tesseract = { readonly program: string; readonly version: string };

/** Older ones have another line finder and no LSTM that reads our data as well. */
const OLDEST_MAJOR = 5;
const VERSION_TIMEOUT_MS = 10_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the program may lie: on Windows where its installer puts it, which does not touch PATH; then the folders of PATH.
 * Absolute only: a program in the folder that somebody stands in is never run.
 */
export function tesseractPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  const onPath = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(isAbsolute);
  if (platform !== 'win32') return onPath.map((folder) => join(folder, 'tesseract'));
  const installed = [
    environment.ProgramFiles,
    environment['ProgramFiles(x86)'],
    environment.LOCALAPPDATA && join(environment.LOCALAPPDATA, 'Programs'),
  ].flatMap((folder) => (folder ? [join(folder, 'Tesseract-OCR')] : []));
  return [...installed, ...onPath].map((folder) => join(folder, 'tesseract.exe'));
}

/** `tesseract 5.3.0` or, on Windows, `tesseract v5.4.0.20240606`; null for an older one or another program. */
export function parseTesseractVersion(said: string): string | null {
  const found = /^tesseract\s+v?(\d+)((?:\.\d+)+)/m.exec(said);
  return found !== null && Number(found[1]) >= OLDEST_MAJOR ? `${found[1]}${found[2]}` : null;
}

/** The first tesseract of this PC that starts and is new enough; null when there is none. Never fails. */
export async function findTesseract(places: readonly string[]): Promise<Tesseract | null> {
  for (const program of places) {
    const version = await versionOf(program);
    if (version !== null) return { program, version };
  }
  return null;
}

async function versionOf(program: string): Promise<string | null> {
  try {
    await access(program, constants.X_OK);
  } catch {
    // Not there, or not for us.
    return null;
  }
  return new Promise((resolve) => {
    const options = { timeout: VERSION_TIMEOUT_MS, killSignal: 'SIGKILL', windowsHide: true } as const;
    execFile(program, ['--version'], options, (broken, stdout, stderr) =>
      resolve(broken === null ? parseTesseractVersion(`${stdout}\n${stderr}`) : null),
    );
  });
}

import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '../../../shared/base/result.ts';
import type { Scanner, ScanRequest, ScanSource } from '../../../shared/contracts/bridge/scanning.ts';
import { createDevicesInUse } from '../devices-in-use.ts';
import { UNTOLD } from '../offered.ts';
import { type ProgramEnd, runProgram } from '../programs/run-program.ts';
import { scanIntoFolder } from '../programs/scan-into-folder.ts';
import type { ScanFault, ScannerDriver } from '../scanner-driver.ts';
import { scannerFailure } from '../scanner-failure.ts';
import type { Naps2 } from './find-naps2.ts';
import { parseProfiles } from './naps2-profiles.ts';

const SOURCES: Readonly<Record<ScanSource, string>> = {
  flatbed: 'glass',
  feeder: 'feeder',
  'feeder-duplex': 'duplex',
};
/** It has no word for a card; a dimension does as well. */
const PAGE_SIZES: Readonly<Record<ScanRequest['size'], string>> = {
  a4: 'a4',
  a5: 'a5',
  a3: 'a3',
  letter: 'letter',
  card: '105x75mm',
};

/** One window's worth of TWAIN at a time, whichever the profile. */
const ANY_PROFILE = 'any profile';

type Ended = { readonly end: ProgramEnd; readonly said: string };

/**
 * Scanners that only have a TWAIN driver, by the console program of NAPS2 where it is installed: one scanner a profile. It
 * writes its pages when the last is through, so a fault in the middle may cost the whole stack: every other way goes first.
 * Its options and files are from its published sources; tested with a program that takes the same options, **not run with
 * NAPS2 itself yet**.
 * @param find asked at each list, so that it may be installed while the desk runs
 */
export function createNaps2Driver(
  find: () => Promise<Naps2 | null>,
  stackTimeoutMs = 10 * 60_000,
): ScannerDriver {
  const inUse = createDevicesInUse();

  async function profiles(naps2: Naps2): Promise<readonly string[]> {
    const texts = await Promise.all(naps2.profileFiles.map((file) => readFile(file, 'utf8').catch(() => '')));
    return [...new Set(texts.flatMap(parseProfiles))];
  }

  const list: ScannerDriver['list'] = async () => {
    const naps2 = await find();
    // Nobody misses it: there is a way of its own for every other scanner.
    if (naps2 === null) return ok([]);
    const named = await profiles(naps2);
    return ok(
      named.map(
        (name): Scanner => ({
          scannerId: name,
          name: `${name} (NAPS2)`,
          kind: 'naps2',
          line: null,
          ...UNTOLD,
        }),
      ),
    );
  };

  async function run(
    naps2: Naps2,
    request: ScanRequest,
    folder: string,
    onPage: (file: string) => void,
    signal: AbortSignal,
  ): Promise<Ended> {
    const written = join(folder, 'written');
    await mkdir(written);
    let said = '';
    const end = await runProgram({
      program: naps2.program,
      args: [
        ...naps2.words,
        ...['--output', join(written, '$(nnnn).jpg'), '--jpegquality', '92', '--force', '--verbose'],
        ...[
          '--profile',
          request.scannerId,
          '--source',
          SOURCES[request.source],
          '--dpi',
          String(request.dpi),
        ],
        ...['--bitdepth', request.colour === 'grey' ? 'gray' : 'color'],
        ...['--pagesize', PAGE_SIZES[request.size]],
      ],
      silenceMs: stackTimeoutMs,
      onLine: (line) => {
        said = line;
      },
      signal,
    });
    const files = (await readdir(written)).filter((name) => /^\d+\.jpg$/.test(name)).sort();
    // Who was ended while it wrote leaves its last file half.
    const whole = end.end === 'exited' && end.status !== null ? files : files.slice(0, -1);
    for (const [at, file] of whole.entries()) {
      const name = `page-${String(at + 1).padStart(4, '0')}.jpg`;
      await rename(join(written, file), join(folder, name));
      onPage(name);
    }
    return { end, said };
  }

  const scan: ScannerDriver['scan'] = async (request, keepPage, signal) => {
    const profile = request.scannerId;
    const naps2 = await find();
    if (naps2 === null) return scannerFailure('scanner-missing-program');
    // Only names that its own file has reach its command line.
    if (!(await profiles(naps2)).includes(profile))
      return scannerFailure('scanner-gone', { scanner: profile, said: '' });
    return inUse.during(
      profile,
      async () => {
        return ok(
          await scanIntoFolder<Ended>(
            keepPage,
            signal,
            ({ folder, onPage, signal: stop }) => run(naps2, request, folder, onPage, stop),
            (ended, pages) => naps2Fault(ended, pages, request.source),
          ),
        );
      },
      ANY_PROFILE,
    );
  };

  return { kind: 'naps2', list, scan };
}

/** By how it ended: its words are in the language of its user. */
function naps2Fault({ end, said }: Ended, pages: number, source: ScanSource): ScanFault | null {
  const facts = { pages, said };
  if (end.end === 'missing-program') return { code: 'scanner-missing-program', facts };
  if (end.end === 'cancelled') return { code: 'scan-cancelled', facts };
  if (end.end === 'hung') return { code: 'scanner-hung', facts };
  if (end.status !== 0) return { code: 'scanner-failed', facts };
  if (pages > 0) return null;
  return { code: source === 'flatbed' ? 'scanner-failed' : 'scanner-empty', facts };
}

import type { Failure, Result } from '../../shared/base/result.ts';
import type { Scanner, ScannerKind, ScannerList } from '../../shared/contracts/bridge/scanning.ts';
import type { EsclDriver } from './escl/escl-driver.ts';
import { withoutTwins } from './same-scanner.ts';
import type { ScannerDriver } from './scanner-driver.ts';
import { type ScannerFailure, scannerFailure } from './scanner-failure.ts';

/** All ways of speaking with scanners as one list. */
export type Scanners = {
  /** What is known within `patienceMs`; looking goes on behind it, so that the next answer has more. Never fails. */
  readonly list: () => Promise<ScannerList>;
  /** Adds a scanner of the network by its address, once it has answered; see {@link EsclDriver.addAddress}. */
  readonly addAddress: (address: string) => Promise<Result<ScannerList, Failure>>;
  /** Forgets an address, and the certificate that was remembered for it. */
  readonly forgetAddress: (address: string) => Promise<Result<ScannerList, Failure>>;
  readonly scan: ScannerDriver['scan'];
  readonly close: () => Promise<void>;
};

type Way = {
  readonly driver: ScannerDriver;
  scanners: readonly Scanner[];
  missing: ScannerFailure | null;
  looking: Promise<void> | null;
};

/** A slow driver (SANE asks the whole network) does not keep the others from being shown. */
const PATIENCE_MS = 2_500;
const SEPARATOR = '|';

/** A scanner's id in the window: which driver, and its own name for it. */
const idOf = (kind: ScannerKind, own: string): string => `${kind}${SEPARATOR}${own}`;

/**
 * @param drivers in the order in which their scanners are listed; the first is what a new desk scans with
 * @param escl the one of them that knows addresses
 */
export function createScanners(
  drivers: readonly ScannerDriver[],
  escl: EsclDriver,
  patienceMs = PATIENCE_MS,
): Scanners {
  const ways = drivers.map((driver): Way => ({ driver, scanners: [], missing: null, looking: null }));

  function look(way: Way): Promise<void> {
    way.looking ??= way.driver
      .list()
      .then((found) => {
        way.scanners = found.ok ? found.value : [];
        way.missing = found.ok ? null : found.failure;
      })
      .finally(() => {
        way.looking = null;
      });
    return way.looking;
  }

  async function list(): Promise<ScannerList> {
    const answered = Promise.all(ways.map(look));
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, patienceMs);
    await Promise.race([answered, late.promise]);
    clearTimeout(timer);
    return {
      scanners: withoutTwins(ways.flatMap(({ scanners }) => scanners)).map((scanner) => ({
        ...scanner,
        scannerId: idOf(scanner.kind, scanner.scannerId),
      })),
      searching: ways.some(({ looking }) => looking !== null),
      missing: ways.flatMap(({ driver, missing }) =>
        missing === null ? [] : [{ kind: driver.kind, code: missing.code }],
      ),
      addresses: [...escl.addresses()],
    };
  }

  const andList = async (done: Result<unknown, Failure>): Promise<Result<ScannerList, Failure>> =>
    done.ok ? { ok: true, value: await list() } : done;

  return {
    list,
    addAddress: async (address) => andList(await escl.addAddress(address)),
    forgetAddress: async (address) => andList(await escl.forgetAddress(address)),
    scan: async (request, keepPage, signal) => {
      const [kind = '', ...own] = request.scannerId.split(SEPARATOR);
      const driver = ways.find((way) => way.driver.kind === kind)?.driver;
      if (driver === undefined)
        return scannerFailure('scanner-gone', { scanner: request.scannerId, said: '' });
      return driver.scan({ ...request, scannerId: own.join(SEPARATOR) }, keepPage, signal);
    },
    close: escl.close,
  };
}

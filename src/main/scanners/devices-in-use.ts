import type { Result } from '../../shared/base/result.ts';
import { type ScannerFailure, scannerFailure } from './scanner-failure.ts';

export type DevicesInUse = {
  readonly has: (device: string) => boolean;
  /**
   * Scans on a device that nobody else scans on; `scanner-busy` at once where somebody does.
   * @param key what must be free: the device itself, or what it shares with others
   */
  readonly during: <T>(
    device: string,
    scan: () => Promise<Result<T, ScannerFailure>>,
    key?: string,
  ) => Promise<Result<T, ScannerFailure>>;
};

/** One scan at a time on a device: a second one would take the first one's sheets, or only hear that it is busy. */
export function createDevicesInUse(): DevicesInUse {
  const inUse = new Set<string>();
  return {
    has: (device) => inUse.has(device),
    during: async (device, scan, key = device) => {
      if (inUse.has(key)) return scannerFailure('scanner-busy', { scanner: device });
      inUse.add(key);
      try {
        return await scan();
      } finally {
        inUse.delete(key);
      }
    },
  };
}

import { type Failure, ok, type Result } from '../../../shared/base/result.ts';
import { createDevicesInUse } from '../devices-in-use.ts';
import type { DriverProcess } from '../programs/driver-process.ts';
import { scanIntoFolder } from '../programs/scan-into-folder.ts';
import type { ScanFault, ScannerDriver } from '../scanner-driver.ts';
import { type ScannerFailureCode, scannerFailure } from '../scanner-failure.ts';
import { createEsclCalls } from './escl-calls.ts';
import type { EsclMemory } from './escl-memory.ts';
import type { FromEscl, ToEscl } from './program/program-messages.ts';
import { ESCL_TIMING, type EsclTiming } from './program/timing.ts';
import { rootsOf } from './scanner-address.ts';

export type EsclDriver = ScannerDriver & {
  /** As last read from memory. */
  readonly addresses: () => readonly string[];
  /**
   * Remembers an address at which a scanner has just answered. Failures: `scanner-address-bad`, `scanner-not-at-address`,
   * `scanner-certificate-changed`, `scanner-answer-garbled`, those of a process that ends or hangs.
   */
  readonly addAddress: (address: string) => Promise<Result<null, Failure>>;
  readonly forgetAddress: (address: string) => Promise<Result<null, Failure>>;
  /** The process at work, for who wants to look at it; null between two. */
  readonly pid: () => number | null;
  readonly close: () => Promise<void>;
};

/** How a scan of the process ended. */
type ProcessEnd = { readonly code: string | null; readonly said: string; readonly began: boolean };

/** Scanners of the network by eSCL (AirScan). All that talks to them runs in a process of its own, started when first asked. */
export function createEsclDriver(parts: {
  readonly start: () => DriverProcess<ToEscl, FromEscl>;
  readonly memory: EsclMemory;
  readonly timing?: EsclTiming;
}): EsclDriver {
  const { memory, timing = ESCL_TIMING } = parts;
  let addresses: readonly string[] = [];
  const inUse = createDevicesInUse();
  const calls = createEsclCalls({
    start: parts.start,
    introduce: async () => {
      const kept = await memory.read();
      addresses = kept.addresses;
      return { type: 'know', ...kept, timing };
    },
    // One that cannot be kept (a full disk) is met anew after the next start.
    onPinned: (host, fingerprint) =>
      void memory.change((kept) => ({ ...kept, pins: { ...kept.pins, [host]: fingerprint } })),
  });
  /** A device answers in askMs or not at all, twice where it is asked by HTTPS and HTTP; then the process hangs. */
  const askPatienceMs = timing.announceMs + 2 * timing.askMs + 2000;
  /** The process has its own watchdog on each page; this one is for a process that hangs itself. */
  const scanPatienceMs = timing.pageMs + timing.readyMs + 2 * timing.askMs;

  const list: ScannerDriver['list'] = async () => {
    const reply = await calls.ask((id) => ({ type: 'list', id }), askPatienceMs);
    if (typeof reply === 'string') return scannerFailure(reply);
    return ok(reply.type === 'listed' ? reply.scanners : []);
  };

  const scan: ScannerDriver['scan'] = async (request, keepPage, signal) => {
    const device = request.scannerId;
    return inUse.during(device, async () => {
      let began = true;
      const outcome = await scanIntoFolder<ProcessEnd>(
        keepPage,
        signal,
        async ({ folder, onPage, signal: stop }) => {
          const reply = await calls.ask((id) => ({ type: 'scan', id, request, folder }), scanPatienceMs, {
            onPage,
            signal: stop,
          });
          if (typeof reply === 'string') return { code: reply, said: '', began: true };
          return reply.type === 'ended' ? reply : { code: 'scanner-failed', said: reply.type, began: true };
        },
        (end, pages): ScanFault | null => {
          began = end.began || pages > 0;
          return end.code === null ? null : { code: end.code, facts: { pages, said: end.said } };
        },
      );
      const { fault } = outcome;
      // A job that was never taken fails with a code of the scanner's.
      if (fault !== null && !began) return scannerFailure(fault.code as ScannerFailureCode, fault.facts);
      return ok(outcome);
    });
  };

  const addAddress: EsclDriver['addAddress'] = async (address) => {
    if (rootsOf(address).length === 0) return scannerFailure('scanner-address-bad', { address });
    const reply = await calls.ask((id) => ({ type: 'probe', id, address }), askPatienceMs);
    if (typeof reply === 'string') return scannerFailure(reply, { address });
    if (reply.type === 'probed' && reply.failure !== null) {
      const { code, facts } = reply.failure;
      const nobody = code === 'scanner-gone' || code === 'scanner-hung';
      return scannerFailure(nobody ? 'scanner-not-at-address' : code, { ...facts, address });
    }
    const kept = await memory.change((before) => ({
      ...before,
      addresses: [...new Set([...before.addresses, address])],
    }));
    if (!kept.ok) return kept;
    addresses = kept.value.addresses;
    await calls.introduceAgain();
    return ok(null);
  };

  const forgetAddress: EsclDriver['forgetAddress'] = async (address) => {
    const hosts = new Set(rootsOf(address).map((root) => root.host));
    const kept = await memory.change((before) => ({
      addresses: before.addresses.filter((each) => each !== address),
      pins: Object.fromEntries(Object.entries(before.pins).filter(([host]) => !hosts.has(host))),
    }));
    if (!kept.ok) return kept;
    addresses = kept.value.addresses;
    await calls.introduceAgain();
    return ok(null);
  };

  return {
    kind: 'escl',
    list,
    scan,
    addresses: () => addresses,
    addAddress,
    forgetAddress,
    pid: calls.pid,
    close: calls.close,
  };
}

import type { Result } from '../../../../shared/base/result.ts';
import type { Scanner } from '../../../../shared/contracts/bridge/scanning.ts';
import { type ScannerFailure, scannerFailure } from '../../scanner-failure.ts';
import { type Capabilities, esclAbilities, parseCapabilities } from '../protocol/capabilities.ts';
import { exchange, readText } from '../protocol/exchange.ts';
import { rootsOf } from '../scanner-address.ts';
import type { Announced } from './announced-scanners.ts';
import type { EsclTiming } from './timing.ts';

/** A scanner of the network that has told what it can do. */
export type KnownScanner = { readonly base: URL; readonly caps: Capabilities; readonly scanner: Scanner };

/** Certificates of scanners by `host:port`; main keeps them on disk. */
export type Pins = Map<string, string>;

/** Asked again after this long: a lid with a feeder may have been put on, a device switched off. */
const FRESH_MS = 60_000;

type Entry = {
  known: KnownScanner | null;
  askedAt: number;
  asking: Promise<Result<KnownScanner, ScannerFailure>> | null;
};

/** Scanners by their roots, and what each said last. `onPinned` hears of each certificate seen for the first time. */
export function createDirectory(parts: {
  readonly pins: Pins;
  readonly onPinned: (host: string, fingerprint: string) => void;
  readonly timing: EsclTiming;
}) {
  const { pins, onPinned, timing } = parts;
  const entries = new Map<string, Entry>();

  async function askCapabilities(
    base: URL,
    name: string | null,
  ): Promise<Result<KnownScanner, ScannerFailure>> {
    const target = { base, pin: pins.get(base.host) ?? null };
    const asked = await exchange(
      { target, method: 'GET', path: 'ScannerCapabilities', silenceMs: timing.askMs },
      readText,
    );
    if (!asked.ok) return asked;
    const caps = asked.value.status === 200 ? parseCapabilities(asked.value.body) : null;
    if (caps === null)
      return scannerFailure('scanner-answer-garbled', { scanner: base.host, said: asked.value.status });
    const { fingerprint, line } = asked.value;
    if (fingerprint !== null && !pins.has(base.host)) {
      pins.set(base.host, fingerprint);
      onPinned(base.host, fingerprint);
    }
    const scanner: Scanner = {
      scannerId: caps.uuid ?? base.href,
      name: name ?? caps.name,
      kind: 'escl',
      line,
      ...esclAbilities(caps),
    };
    return { ok: true, value: { base, caps, scanner } };
  }

  /** One question at a time to each device; what it said a minute ago still counts. */
  function ask(base: URL, name: string | null): Promise<Result<KnownScanner, ScannerFailure>> {
    const entry = entries.get(base.href) ?? { known: null, askedAt: 0, asking: null };
    entries.set(base.href, entry);
    if (entry.known !== null && performance.now() - entry.askedAt < FRESH_MS)
      return Promise.resolve({ ok: true, value: entry.known });
    entry.asking ??= askCapabilities(base, name)
      .then((answer) => {
        entry.known = answer.ok ? answer.value : null;
        entry.askedAt = performance.now();
        return answer;
      })
      .finally(() => {
        entry.asking = null;
      });
    return entry.asking;
  }

  /**
   * The first root that answers. Plain HTTP is tried only where HTTPS cannot be spoken and never was: a certificate that
   * is remembered, or another than remembered, is a reason to stop.
   */
  async function askOneOf(
    roots: readonly URL[],
    name: string | null,
  ): Promise<Result<KnownScanner, ScannerFailure>> {
    let last: Result<KnownScanner, ScannerFailure> = scannerFailure('scanner-address-bad');
    for (const root of roots) {
      last = await ask(root, name);
      if (last.ok || pins.has(root.host)) return last;
    }
    return last;
  }

  /** Every scanner that answers, each once however often it is announced. */
  async function list(
    announced: readonly Announced[],
    addresses: readonly string[],
  ): Promise<readonly KnownScanner[]> {
    const devices = new Map<string, { name: string | null; roots: URL[] }>();
    for (const { uuid, name, base } of announced) {
      const key = uuid ?? `${base.hostname} ${name}`;
      const device = devices.get(key) ?? { name, roots: [] };
      devices.set(key, device);
      // HTTPS first, as for addresses
      if (base.protocol === 'https:') device.roots.unshift(base);
      else device.roots.push(base);
    }
    for (const address of addresses)
      devices.set(`by hand ${address}`, { name: null, roots: [...rootsOf(address)] });
    const answers = await Promise.all([...devices.values()].map(({ name, roots }) => askOneOf(roots, name)));
    const found = new Map<string, KnownScanner>();
    for (const answer of answers) {
      if (answer.ok && !found.has(answer.value.scanner.scannerId))
        found.set(answer.value.scanner.scannerId, answer.value);
    }
    return [...found.values()];
  }

  return {
    list,
    probe: (address: string) => askOneOf(rootsOf(address), null),
    /** What it last said counts no more: a scan from it has failed, or its certificate is to be looked at anew. */
    doubt: (base: URL) => entries.delete(base.href),
    find: (scannerId: string): KnownScanner | null =>
      [...entries.values()].find(({ known }) => known?.scanner.scannerId === scannerId)?.known ?? null,
  };
}

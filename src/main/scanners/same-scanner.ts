import type { Scanner } from '../../shared/contracts/bridge/scanning.ts';

/** SANE's two backends that speak eSCL: `airscan:e0:NAME`, `escl:http://ADDRESS:PORT`. `airscan:w` is another protocol. */
const SANE_ESCL = /^(?:airscan:e\d+:(?<name>.*)|escl:.*)$/;

/** Names of one device differ in case, blanks and what stands in brackets (`[serial]`). */
const plain = (name: string): string =>
  name
    .replaceAll(/[[(][^\])]*[\])]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * A device of the network often answers to SANE too. Its own protocol goes before SANE's backends for it: it names faults,
 * loses no page to reading ahead, and needs no installation. Profiles of NAPS2 stay: someone made them on purpose.
 */
export function withoutTwins(scanners: readonly Scanner[]): readonly Scanner[] {
  const escl = new Set(scanners.filter(({ kind }) => kind === 'escl').map(({ name }) => plain(name)));
  return scanners.filter(({ kind, name, scannerId }) => {
    const backend = kind === 'sane' ? SANE_ESCL.exec(scannerId) : null;
    if (backend === null) return true;
    return !escl.has(plain(name)) && !escl.has(plain(backend.groups?.name ?? ''));
  });
}

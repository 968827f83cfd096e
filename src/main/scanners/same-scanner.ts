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
 * The same device often answers by several ways. Its own protocol goes before SANE's backends for it (it names faults and
 * needs no installation), and every direct way before NAPS2, which only passes on.
 */
export function withoutTwins(scanners: readonly Scanner[]): readonly Scanner[] {
  const escl = new Set(scanners.filter(({ kind }) => kind === 'escl').map(({ name }) => plain(name)));
  const direct = new Set(scanners.filter(({ kind }) => kind !== 'naps2').map(({ name }) => plain(name)));
  return scanners.filter(({ kind, name, scannerId }) => {
    if (kind === 'naps2') return !direct.has(plain(name));
    const backend = kind === 'sane' ? SANE_ESCL.exec(scannerId) : null;
    if (backend === null) return true;
    return !escl.has(plain(name)) && !escl.has(plain(backend.groups?.name ?? ''));
  });
}

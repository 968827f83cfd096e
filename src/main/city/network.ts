import { networkInterfaces } from 'node:os';

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

export const isThisMachine = (hostname: string): boolean => THIS_MACHINE.has(hostname);

/** False only when this machine has no address but its own, so no city elsewhere could be reached. */
export function hasNetworkTo(cityUrl: string): boolean {
  if (isThisMachine(new URL(cityUrl).hostname)) return true;
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  );
}

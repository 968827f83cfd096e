import Bonjour, { type Service } from 'bonjour-service';

/** A scanner that announces itself in the network, at an eSCL root. */
export type Announced = { readonly name: string; readonly uuid: string | null; readonly base: URL };

export type Announcements = {
  readonly current: () => readonly Announced[];
  /** Asks the network again; what answers is there a moment later. */
  readonly askAgain: () => void;
};

/**
 * Listens for `_uscan._tcp` and `_uscans._tcp` (mDNS, Mopria eSCL 2.x, §3), in the background from the first call on.
 * Where the network takes no multicast nothing is found; addresses can be added by hand.
 */
export function listenForScanners(onFault: (said: string) => void): Announcements {
  // The socket of mDNS: a port that is taken or a network that is down must not end the process.
  const bonjour = new Bonjour({}, (thrown: Error) => onFault(thrown.message));
  const browsers = ['uscan', 'uscans'].map((type) => bonjour.find({ type }));
  return {
    current: () =>
      browsers.flatMap((browser) => browser.services.flatMap((service) => parseAnnounced(service) ?? [])),
    askAgain: () => {
      for (const browser of browsers) {
        browser.expire();
        browser.update();
      }
    },
  };
}

/** What a device says of itself is only a hint where to ask; its host is taken as an address, never by name. */
export function parseAnnounced(
  service: Pick<Service, 'name' | 'type' | 'port' | 'addresses' | 'txt'>,
): Announced | null {
  const addresses = service.addresses ?? [];
  // Link-local IPv6 needs an interface beside it, which the announcement does not say.
  const address =
    addresses.find((each) => each.includes('.')) ?? addresses.find((each) => !/^fe80:/i.test(each));
  if (address === undefined) return null;
  const told: Record<string, unknown> = service.txt ?? {};
  const word = (key: string): string | null => {
    const value = told[key] ?? told[key.toLowerCase()];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const root = (word('rs') ?? 'eSCL').replaceAll(/^\/+|\/+$/g, '');
  const scheme = service.type === 'uscans' ? 'https' : 'http';
  const host = address.includes(':') ? `[${address}]` : address;
  const base = `${scheme}://${host}:${service.port}/${root === '' ? '' : `${root}/`}`;
  if (!URL.canParse(base)) return null;
  return {
    name: service.name.slice(0, 200),
    uuid:
      word('UUID')
        ?.toLowerCase()
        .replace(/^urn:uuid:/, '') ?? null,
    base: new URL(base),
  };
}

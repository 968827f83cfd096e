import { setTimeout as wait } from 'node:timers/promises';
import { type Announced, type Announcements, listenForScanners } from './announced-scanners.ts';
import type { FromEscl, ToEscl } from './program-messages.ts';
import { runJob } from './scan-job.ts';
import { createDirectory, type Pins } from './scanner-directory.ts';
import { ESCL_TIMING, type EsclTiming } from './timing.ts';

/**
 * Entry of the process of network scanners: mDNS, HTTP and XML of strangers' devices stay in here. It keeps nothing on
 * disk but pages in the folder that it is told. A defect ends it; main says so and starts another.
 */
const port = process.parentPort;
const say = (message: FromEscl): void => port.postMessage(message);

const pins: Pins = new Map();
let addresses: readonly string[] = [];
let timing: EsclTiming = ESCL_TIMING;
let announcements: Announcements | null = null;
let directory = newDirectory();
const scans = new Map<number, AbortController>();

function newDirectory() {
  return createDirectory({
    pins,
    timing,
    onPinned: (host, fingerprint) => say({ type: 'pinned', host, fingerprint }),
  });
}

/** Listening begins with the first question, which waits for the first announcements. */
async function announced(): Promise<readonly Announced[]> {
  if (announcements === null) {
    announcements = listenForScanners((said) => console.error(`mDNS: ${said}`));
    await wait(timing.announceMs);
  } else announcements.askAgain();
  return announcements.current();
}

async function list(id: number): Promise<void> {
  const known = await directory.list(await announced(), addresses);
  say({ type: 'listed', id, scanners: known.map(({ scanner }) => scanner) });
}

async function probe(id: number, address: string): Promise<void> {
  const answer = await directory.probe(address);
  say({ type: 'probed', id, failure: answer.ok ? null : answer.failure });
}

async function scan({ id, request, folder }: Extract<ToEscl, { type: 'scan' }>): Promise<void> {
  const stopping = new AbortController();
  scans.set(id, stopping);
  const ended = (code: string | null, said: string, began: boolean): void => {
    scans.delete(id);
    say({ type: 'ended', id, code, said, began });
  };
  // A process that has just taken the place of another knows nobody yet.
  if (directory.find(request.scannerId) === null) await directory.list(await announced(), addresses);
  const known = directory.find(request.scannerId);
  if (known === null) return ended('scanner-gone', '', false);
  try {
    const { base, caps } = known;
    const end = await runJob({
      target: { base, pin: pins.get(base.host) ?? null },
      caps,
      request,
      folder,
      timing,
      signal: stopping.signal,
      onPage: (file) => say({ type: 'page', id, file }),
    });
    if (end.code !== null) directory.doubt(base);
    ended(end.code, end.said, end.began);
  } catch (thrown) {
    // The folder is in memory and may be full; anything else is a defect and ends the process.
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown;
    ended('disk-full', '', true);
  }
}

port.on('message', ({ data }: { data: ToEscl }) => {
  switch (data.type) {
    case 'know':
      addresses = data.addresses;
      timing = data.timing;
      pins.clear();
      for (const [host, fingerprint] of Object.entries(data.pins)) pins.set(host, fingerprint);
      directory = newDirectory();
      return;
    case 'list':
      return void list(data.id);
    case 'probe':
      return void probe(data.id, data.address);
    case 'scan':
      return void scan(data);
    case 'cancel':
      scans.get(data.id)?.abort();
  }
});

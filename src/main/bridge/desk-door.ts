import { CommandId } from '../../shared/base/ids.ts';
import { oneAtATime } from '../../shared/base/one-at-a-time.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { RestoreOrder } from '../../shared/contracts/bridge/backup.ts';
import type { StartNotice, StartReport } from '../../shared/contracts/bridge/start-report.ts';
import { enrol } from '../city/enrol.ts';
import type { ResolveProxy } from '../city/route.ts';
import { verifyBytes } from '../signing/ed25519.ts';
import type { OpenDesk } from './open-desk.ts';
import type { OpenedParts } from './open-parts.ts';

const EMPTY_HEAD = { seq: 0, hash: '0'.repeat(64) } as StartReport['head'];

/** Failures of opening that are no failure but a question to the officer. */
const QUESTIONS: Readonly<Record<string, StartReport['status']>> = {
  'passphrase-needed': 'locked',
  'new-passphrase-needed': 'new-passphrase-needed',
};

export type DeskDoor = {
  readonly start: () => Promise<Result<StartReport, Failure>>;
  readonly unlock: (passphrase: string) => Promise<Result<StartReport, Failure>>;
  readonly enrol: (cityUrl: string, code: string) => Promise<Result<StartReport, Failure>>;
  /**
   * Puts the desk that lies in a backup into this profile, which must have no fact (`profile-not-empty`), and opens it.
   * Asked again after a failure or a power cut, it begins again.
   */
  readonly restore: (order: RestoreOrder) => Promise<Result<StartReport, Failure>>;
  /** null until the desk is open. */
  readonly desk: () => OpenDesk | null;
};

/**
 * How a desk comes to life: open what is durable (asking for a passphrase where no keyring is), enrol once, then work.
 * Every step may be asked for again: the window reloads, the power goes, the line drops in the middle.
 */
export function createDeskDoor(options: {
  readonly version: string;
  readonly standIn: boolean;
  readonly practice: boolean;
  /** A practice desk enrols itself, and follows its city to a new address. */
  readonly practiceCity: { readonly url: string; readonly code: string | null } | null;
  readonly openParts: (passphrase: string | undefined) => Promise<Result<OpenedParts, Failure>>;
  readonly openDesk: (parts: OpenedParts) => Promise<OpenDesk>;
  readonly prepareRestore: (
    order: RestoreOrder,
    passphrase: string | undefined,
  ) => Promise<Result<unknown, Failure>>;
  readonly newId: () => string;
  /** Which proxy the system has for an address; absent: none. */
  readonly resolveProxy?: ResolveProxy;
}): DeskDoor {
  const { practiceCity } = options;
  let desk: OpenDesk | null = null;
  /** As it was typed to open what is here: the restored desk is wrapped by the same. */
  let typed: string | undefined;
  let findings: readonly StartNotice[] = [];
  const inTurn = oneAtATime();

  function report(status: StartReport['status']): StartReport {
    const state = desk?.facts.state();
    return {
      status,
      desk: state?.desk ?? null,
      head: state?.head ?? EMPTY_HEAD,
      signedIn: state?.signedIn ?? null,
      standIn: options.standIn,
      practice: options.practice,
      version: options.version,
      notices: [...findings, ...(desk?.findings() ?? [])],
    };
  }

  const reportNow = (open: OpenDesk): StartReport =>
    report(open.facts.state().desk === null ? 'not-enrolled' : 'ready');

  async function enrolAt(open: OpenDesk, cityUrl: string, code: string): Promise<Result<null, Failure>> {
    const { parts, facts } = open;
    if (facts.state().desk !== null) return fail('desk-already-enrolled', 'officer-decides');
    const ports = {
      deskPublicKey: parts.signer.publicKey,
      verify: verifyBytes,
      hasNetwork: () => true,
      ...(options.resolveProxy === undefined ? {} : { resolveProxy: options.resolveProxy }),
    };
    const enrolled = await enrol(ports, { cityUrl, code });
    if (!enrolled.ok) return enrolled;
    const { desk: named, cityPublicKey } = enrolled.value;
    const fact = {
      type: 'desk-enrolled' as const,
      desk: named,
      deskPublicKey: ports.deskPublicKey,
      cityPublicKey,
      cityUrl,
    };
    const appended = await facts.appendForDesk(CommandId.parse(options.newId()), [fact], null);
    if (!appended.ok) return appended;
    await open.startLine(cityUrl);
    return ok(null);
  }

  async function open(passphrase: string | undefined): Promise<Result<StartReport, Failure>> {
    if (desk !== null) return ok(reportNow(desk));
    const parts = await options.openParts(passphrase);
    if (!parts.ok) {
      const question = QUESTIONS[parts.failure.code];
      return question === undefined || passphrase !== undefined ? parts : ok(report(question));
    }
    typed = passphrase;
    desk = await options.openDesk(parts.value);
    const { kind } = parts.value.masterKey;
    findings = [
      ...parts.value.findings,
      ...(kind === 'passphrase' ? [{ code: 'no-keyring', severity: 'told' as const, facts: {} }] : []),
    ];
    if (desk.facts.state().desk !== null) {
      await desk.startLine(practiceCity?.url ?? null);
    } else if (practiceCity !== null && practiceCity.code !== null) {
      const enrolled = await enrolAt(desk, practiceCity.url, practiceCity.code);
      if (!enrolled.ok) {
        const { code, facts } = enrolled.failure;
        findings = [...findings, { code, severity: 'look', facts: { ...facts } }];
      }
    }
    return ok(reportNow(desk));
  }

  // One after the other: the journal has one writer, and a code of the city serves once.
  return {
    start: () => inTurn(() => open(undefined)),
    unlock: (passphrase) => inTurn(() => open(passphrase)),
    enrol: (cityUrl, code) =>
      inTurn(async () => {
        if (desk === null) return fail('desk-not-open', 'call-support');
        const enrolled = await enrolAt(desk, cityUrl, code);
        return enrolled.ok ? ok(reportNow(desk)) : enrolled;
      }),
    restore: (order) =>
      inTurn(async () => {
        const empty = desk;
        if (empty === null) return fail('desk-not-open', 'call-support');
        if (empty.parts.journal.head().seq > 0 || empty.parts.journal.damaged) {
          return fail('profile-not-empty', 'officer-decides');
        }
        const prepared = await options.prepareRestore(order, typed);
        if (!prepared.ok) return prepared;
        desk = null;
        await empty.close();
        return open(typed);
      }),
    desk: () => desk,
  };
}

import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { enrol } from '../../../src/main/city/enrol.ts';
import { createLine, type Line } from '../../../src/main/city/line.ts';
import type { Enrolment, LinePorts, Verify } from '../../../src/main/city/ports.ts';
import { openCityLog } from '../../../src/main/journal/city-log.ts';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import type { Instant, LocalDate } from '../../../src/shared/base/dates.ts';
import { hanoiDate } from '../../../src/shared/base/hanoi-time.ts';
import type { CommandId, DossierId, OfficerId, Sha256 } from '../../../src/shared/base/ids.ts';
import type { AmountVnd } from '../../../src/shared/base/money.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import { codesAwaited } from '../../../src/shared/domain/desk-log/assign-codes.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { composeDossierCode } from '../../../src/shared/domain/dossier/dossier-code.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { findNextNumber } from '../../../src/shared/domain/number-lease/find-next-number.ts';
import type { NumberWant } from '../../../src/shared/domain/number-lease/number-want.ts';

export const verifyWords: Verify = (publicKey, bytes, signature) =>
  verify(
    null,
    bytes,
    { key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' },
    Buffer.from(signature, 'base64url'),
  );

/** Key pair of a desk, before it has a name. */
export function newDeskKey() {
  const pair = generateKeyPairSync('ed25519');
  return {
    publicKey: String(pair.publicKey.export({ format: 'jwk' }).x),
    sign: (bytes: Uint8Array) => sign(null, bytes, pair.privateKey).toString('base64url'),
  };
}
type DeskKey = ReturnType<typeof newDeskKey>;

export async function enrolDesk(
  cityUrl: string,
  code: string,
  key: DeskKey = newDeskKey(),
): Promise<Enrolment> {
  const enrolled = await enrol(
    { deskPublicKey: key.publicKey, verify: verifyWords, hasNetwork: () => true },
    { cityUrl, code },
  );
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);
  return enrolled.value;
}

/**
 * A whole desk but for its window: real keys, real journal and city log on the disk, the line; pages in a map.
 * `receive` does what the officer's action does, facts and all.
 */
export async function startPracticeDesk(cityUrl: string, code: string, changes: Partial<LinePorts> = {}) {
  const key = newDeskKey();
  const enrolment = await enrolDesk(cityUrl, code, key);
  const dir = mkdtempSync(join(tmpdir(), 'practice-desk-'));
  const opened = await openJournal({
    dir: join(dir, 'journal'),
    key: randomBytes(32),
    sign: key.sign,
    now: () => new Date().toISOString() as Instant,
    newId: () => v7(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { journal } = opened.value;
  const pages = new Map<string, Uint8Array>();
  const kept = new Map<string, string>();
  const openedCityLog = await openCityLog({ dir: join(dir, 'city-log'), key: randomBytes(32) });
  if (!openedCityLog.ok) throw new Error(openedCityLog.failure.code);
  /** Everything the line handed to its city log, again what was handed again. */
  const messages: CityMessage[] = [];
  let cityLogFull = false;
  const { cityLog: realCityLog } = openedCityLog.value;
  const cityLog = {
    messages,
    read: realCityLog.read,
    append: async (more: readonly CityMessage[]) => {
      if (cityLogFull) return fail('disk-full', 'call-support');
      const appended = await realCityLog.append(more);
      if (appended.ok) messages.push(...more.map((message) => CityMessage.parse(structuredClone(message))));
      return appended;
    },
  };
  const evolveAll = createEvolveAll({
    sha256Hex: (text) => createHash('sha256').update(text).digest('hex') as Sha256,
  });
  let state = emptyDeskState;
  journal.subscribe(({ events }) => {
    state = evolveAll(state, events);
  });
  const leases = () => state.leases;
  const logged: string[] = [];

  async function commit(facts: readonly Fact[], by: string | null = 'ha.nt', command = v7()) {
    for (;;) {
      const appended = await journal.append({
        expectedHead: journal.head(),
        command: command as CommandId,
        by: by as OfficerId | null,
        facts,
      });
      if (appended.ok) return appended.value.events;
      if (appended.failure.code !== 'head-moved') throw new Error(appended.failure.code);
    }
  }
  await commit(
    [
      {
        type: 'desk-enrolled',
        desk: enrolment.desk,
        deskPublicKey: key.publicKey,
        cityPublicKey: enrolment.cityPublicKey,
      },
    ],
    null,
  );

  const ports: LinePorts = {
    enrolment,
    journal,
    cityLog,
    store: {
      load: async (name) => JSON.parse(kept.get(name) ?? 'null'),
      save: async (name, value) => {
        kept.set(name, JSON.stringify(value));
      },
    },
    leases,
    codesAwaited: () => codesAwaited(state),
    appendFacts: async (command, facts) => ok(await commit(facts, null, command)),
    readPage: async (sha256) => pages.get(sha256) ?? null,
    sign: key.sign,
    verify: verifyWords,
    now: () => new Date(),
    random: Math.random,
    newId: () => v7(),
    log: (what, facts) => logged.push(`${what} ${JSON.stringify(facts ?? {})}`),
    hasNetwork: () => true,
    ...changes,
  };

  let line: Line = createLine(ports);

  function addPage(bytes: Uint8Array): Sha256 {
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
    pages.set(sha256, bytes);
    return sha256;
  }

  function take(want: NumberWant) {
    const leased = findNextNumber(leases(), want);
    if (leased === null) throw new Error(`no number left for ${want.kind}`);
    return leased;
  }

  type Intake = {
    readonly pages?: readonly Sha256[];
    readonly procedureCode?: string;
    readonly dueAt?: string | null;
    readonly change?: (facts: Fact[]) => Fact[];
  };
  async function receive(intake: Intake = {}) {
    const at = new Date().toISOString() as Instant;
    const date = hanoiDate(at);
    const year = Number(date.slice(0, 4));
    const dossierId = v7() as DossierId;
    const shas = intake.pages ?? [addPage(randomBytes(2000))];
    const leased = take({ kind: 'dossier-code', unitCode: enrolment.desk.branch.unitCode, date });
    const content = practiceContent(
      shas.map((sha256) => ({ sha256, byteLength: pages.get(sha256)?.length ?? 1 })),
    );
    const code = composeDossierCode(enrolment.desk.branch.unitCode, date as LocalDate, leased.number);
    const procedure = {
      ...content.procedure,
      code: (intake.procedureCode ?? '1.001193') as typeof content.procedure.code,
    };
    const facts: Fact[] = [
      {
        type: 'dossier-received',
        dossierId,
        code,
        leased,
        content: { ...content, procedure },
        receivedAt: at,
        dueAt: (intake.dueAt ?? null) as Instant | null,
      },
      {
        type: 'receipt-issued',
        dossierId,
        form: 'EBL01',
        series: '26TAA',
        leased: take({ kind: 'receipt', form: 'EBL01', series: '26TAA', year }),
        lines: [{ name: 'Lệ phí', unitVnd: 8000 as AmountVnd, quantity: 2, checkedByOfficer: true }],
        totalVnd: 16_000 as AmountVnd,
        method: 'cash',
        payerName: 'Trần Văn Bình',
        payerAddress: 'Hà Nội',
        issuedAt: at,
      },
      { type: 'intake-slip-issued', dossierId, leased: take({ kind: 'intake-slip', year }), issuedAt: at },
    ];
    const events = await commit(intake.change?.(facts) ?? facts);
    return { dossierId, code, pages: shas, events };
  }

  return {
    key,
    enrolment,
    journal,
    cityLog,
    ports,
    kept,
    pages,
    logged,
    leases,
    commit,
    addPage,
    receive,
    failCityLog: (full: boolean) => {
      cityLogFull = full;
    },
    line: () => line,
    /** A new line on the same journal, city log and store, as after a restart of the programme. */
    restartLine: async () => {
      await line.stop();
      line = createLine(ports);
      line.start();
    },
    stop: async () => {
      await line.stop();
      await journal.close();
      await realCityLog.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type PracticeDeskAtWork = Awaited<ReturnType<typeof startPracticeDesk>>;

/** An intake as an officer composes it, of these pages. */
export function practiceContent(pages: readonly { sha256: Sha256; byteLength: number }[]): DossierContent {
  return {
    procedure: {
      code: '1.001193' as DossierContent['procedure']['code'],
      name: 'Đăng ký khai sinh',
      field: 'Hộ tịch',
      authority: 'UBND cấp xã',
      processing: { value: 0, unit: 'sameDay' },
      referenceVersion: 1,
    },
    applicant: {
      fullName: 'Trần Văn Bình',
      personalId: '001190000017',
      birthDate: null,
      sex: 'male',
      address: 'Cầu Giấy, Hà Nội',
      phone: '',
      email: '',
      source: 'typed',
    },
    delegation: null,
    papers: [
      {
        paperId: v7(),
        name: 'Giấy chứng sinh',
        requirement: 1,
        status: 'submitted',
        originals: 1,
        copies: 0,
        pages: pages.map(({ sha256, byteLength }) => ({
          pageId: v7(),
          sha256,
          mediaType: 'image/jpeg',
          byteLength,
          width: 1240,
          height: 1754,
          dpi: 150,
          rotation: 0,
          source: 'file',
          origin: 'giay-chung-sinh.jpg',
        })),
        fields: [],
        note: '',
      },
    ],
    resultDelivery: 'at-desk',
    feeLines: [],
    paymentMethod: 'cash',
    note: '',
  };
}

/** Waits until `holds` says so; fails loudly when it takes too long. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

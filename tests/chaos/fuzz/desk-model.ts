import { citizenNamed } from '../headless-desk/citizen-content.ts';
import type { Intake, Printed, Who } from '../headless-desk/orders.ts';
import type { CityAsk } from './city-asks.ts';

type Values = { readonly fullName: string; readonly phone: string; readonly note: string };

/** A dossier as a person with pencil and paper would follow it. */
export type ModelDossier = {
  readonly dossierId: string;
  readonly printed: Printed;
  readonly intake: Intake;
  readonly status: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  readonly receivedBy: Who;
  readonly correctedBy: Who | null;
  /** What the city may change. */
  readonly values: Values;
  /** The city's words that were decided. */
  readonly decided: readonly CityAsk[];
  /** The city was made to refuse it: nobody works on it before it is sent again. */
  readonly poisoned: boolean;
};

/** What a try must come to. */
export type Expected =
  | 'ok'
  | 'role-may-not'
  | 'status-forbids'
  | 'conflict-open'
  | 'not-your-dossier'
  | 'city-change-unfit';

const RECEIVES: Readonly<Record<Who, boolean>> = { ha: true, tuan: true, dung: false };
const DECIDES: Readonly<Record<Who, boolean>> = { ha: false, tuan: false, dung: true };
const NAMES: Readonly<Record<string, keyof Values>> = {
  'applicant.fullName': 'fullName',
  'applicant.phone': 'phone',
  note: 'note',
};

const valuesOf = ({ citizen, version }: Intake): Values => {
  const { fullName, phone } = citizenNamed(citizen);
  return { fullName, phone, note: `lần ${version}` };
};

/** The city's words about a dossier that still ask for a decision. */
export function asksOf(dossier: ModelDossier, said: readonly CityAsk[]): readonly CityAsk[] {
  if (dossier.status === 'withdrawn') return [];
  return said.filter((ask) => {
    if (ask.dossierId !== dossier.dossierId) return false;
    const decided = dossier.decided.some(
      ({ cursor, type, text }) =>
        cursor === ask.cursor || (type === 'dossier-elsewhere' && text === ask.text),
    );
    if (decided) return false;
    const has = ({ field, to }: CityAsk['changes'][number]): boolean => {
      const name = NAMES[field];
      return name !== undefined && dossier.values[name] === to;
    };
    return ask.type !== 'dossier-changed' || !ask.changes.every(has);
  });
}

const fits = ({ changes }: CityAsk): boolean => changes.every(({ field }) => field in NAMES);

/**
 * What one desk must be, written without a line of the product: who may do what, in which order papers are numbered,
 * how a dossier goes round, what becomes of the city's words. Whoever receives never decides here, so that four eyes
 * need no book of their own.
 */
export function createDeskModel() {
  const dossiers = new Map<string, ModelDossier>();
  /** Numbers given or spoilt, by kind. */
  const last: Record<'dossier-code' | 'receipt' | 'intake-slip', number> = {
    'dossier-code': 0,
    receipt: 0,
    'intake-slip': 0,
  };
  const poison = new Set<number>();

  /** Blocks of one desk come in rising order, so that no number is ever below one that went out. */
  function follows(kind: keyof typeof last, number: number | null): string | null {
    if (number === null) return null;
    const before = last[kind];
    last[kind] = Math.max(before, number);
    return number > before ? null : `${kind} ${number} came after ${before}`;
  }
  const put = (dossier: ModelDossier): void => void dossiers.set(dossier.dossierId, dossier);
  const numberOfCode = (code: string): number => Number(code.split('-').at(-1));
  const among = (list: readonly ModelDossier[], share: number): ModelDossier | undefined =>
    list[Math.floor(share * list.length)];

  return {
    all: (): readonly ModelDossier[] => [...dossiers.values()],
    /** One of those that can be worked on. */
    pick: (share: number) =>
      among(
        [...dossiers.values()].filter(({ poisoned }) => !poisoned),
        share,
      ),
    /** One of those that the city was made to refuse. */
    pickRefused: (share: number) =>
      among(
        [...dossiers.values()].filter(({ poisoned }) => poisoned),
        share,
      ),
    knows: (citizen: number): boolean =>
      [...dossiers.values()].some(({ intake }) => intake.citizen === citizen),
    mayReceive: (who: Who): Expected => (RECEIVES[who] ? 'ok' : 'role-may-not'),
    mayResend: (who: Who): Expected => (RECEIVES[who] ? 'ok' : 'role-may-not'),
    mayCorrect: (who: Who, { status }: ModelDossier): Expected =>
      !RECEIVES[who] ? 'role-may-not' : status === 'returned' ? 'ok' : 'status-forbids',
    mayDecide: (who: Who, { status }: ModelDossier): Expected =>
      !DECIDES[who] ? 'role-may-not' : status === 'submitted' ? 'ok' : 'status-forbids',
    /** After approval only whoever signs off; before it whose dossier it is, too. */
    mayResolve: (who: Who, dossier: ModelDossier, ask: CityAsk, accept: boolean): Expected => {
      if (RECEIVES[who] && dossier.status === 'approved') return 'status-forbids';
      if (RECEIVES[who] && dossier.receivedBy !== who && dossier.correctedBy !== who)
        return 'not-your-dossier';
      return accept && ask.type === 'dossier-changed' && !fits(ask) ? 'city-change-unfit' : 'ok';
    },

    /** Gives what is wrong with the papers, null when nothing is. */
    received: (dossierId: string, intake: Intake, printed: Printed, who: Who): string | null => {
      const wrong = [
        dossiers.has(dossierId) ? 'received twice' : null,
        follows('dossier-code', numberOfCode(printed.code)),
        follows('receipt', printed.receipt),
        follows('intake-slip', printed.slip),
      ].find((each) => each !== null);
      const poisoned = poison.has(numberOfCode(printed.code));
      put({
        ...{ dossierId, printed, intake, status: 'submitted', poisoned },
        ...{ receivedBy: who, correctedBy: null, values: valuesOf(intake), decided: [] },
      });
      return wrong ?? null;
    },
    corrected: (dossier: ModelDossier, intake: Intake, printed: Printed, who: Who): string | null => {
      put({ ...dossier, intake, status: 'submitted', correctedBy: who, values: valuesOf(intake) });
      const same = JSON.stringify(printed) === JSON.stringify(dossier.printed);
      return same ? null : `${dossier.printed.code}: other papers after a correction`;
    },
    decided: (dossier: ModelDossier, what: 'approve' | 'return'): void =>
      put({ ...dossier, status: what === 'approve' ? 'approved' : 'returned' }),
    /** Giving way withdraws the dossier or takes the city's values; what was signed is then to be signed again. */
    resolved: (dossier: ModelDossier, ask: CityAsk, accept: boolean): void => {
      const decided = [...dossier.decided, ask];
      if (!accept) put({ ...dossier, decided });
      else if (ask.type !== 'dossier-changed') put({ ...dossier, decided, status: 'withdrawn' });
      else {
        const values = { ...dossier.values };
        for (const { field, to } of ask.changes) values[NAMES[field] ?? 'note'] = to ?? '';
        put({
          ...dossier,
          decided,
          values,
          status: dossier.status === 'approved' ? 'submitted' : dossier.status,
        });
      }
    },
    voided: follows,
    /** The code number that the city will refuse. */
    poisonAhead: (ahead: number): number => {
      const number = last['dossier-code'] + ahead;
      poison.add(number);
      return number;
    },
    /** The city was made to refuse this code number, whatever becomes of it. */
    refuses: (number: number): boolean => poison.has(number),
    sentAgain: (dossier: ModelDossier, intake: Intake, who: Who): void =>
      put({
        ...{ ...dossier, intake, status: 'submitted', poisoned: false },
        ...{ correctedBy: who, values: valuesOf(intake) },
      }),
  };
}
export type DeskModel = ReturnType<typeof createDeskModel>;

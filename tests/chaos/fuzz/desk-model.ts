import type { Intake, Printed, Who } from '../headless-desk/orders.ts';

/** A dossier as a person with pencil and paper would follow it. */
export type ModelDossier = {
  readonly dossierId: string;
  readonly printed: Printed;
  readonly intake: Intake;
  readonly status: 'submitted' | 'approved' | 'returned';
  /** The city was made to refuse it: nobody works on it before it is sent again. */
  readonly poisoned: boolean;
};

/** What a try must come to. */
export type Expected = 'ok' | 'role-may-not' | 'status-forbids';

const RECEIVES: Readonly<Record<Who, boolean>> = { ha: true, tuan: true, dung: false };
const DECIDES: Readonly<Record<Who, boolean>> = { ha: false, tuan: false, dung: true };

/**
 * What one desk must be, written without a line of the product: who may do what, in which order papers are numbered,
 * how a dossier goes round. Whoever receives never decides here, so that four eyes need no book of their own.
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

  return {
    all: (): readonly ModelDossier[] => [...dossiers.values()],
    /** One of those that can be worked on. */
    pick: (share: number): ModelDossier | undefined => {
      const open = [...dossiers.values()].filter(({ poisoned }) => !poisoned);
      return open[Math.floor(share * open.length)];
    },
    mayReceive: (who: Who): Expected => (RECEIVES[who] ? 'ok' : 'role-may-not'),
    mayCorrect: (who: Who, { status }: ModelDossier): Expected =>
      !RECEIVES[who] ? 'role-may-not' : status === 'returned' ? 'ok' : 'status-forbids',
    mayDecide: (who: Who, { status }: ModelDossier): Expected =>
      !DECIDES[who] ? 'role-may-not' : status === 'submitted' ? 'ok' : 'status-forbids',

    /** Gives what is wrong with the papers, null when nothing is. */
    received: (dossierId: string, intake: Intake, printed: Printed): string | null => {
      const wrong = [
        dossiers.has(dossierId) ? 'received twice' : null,
        follows('dossier-code', numberOfCode(printed.code)),
        follows('receipt', printed.receipt),
        follows('intake-slip', printed.slip),
      ].find((each) => each !== null);
      const poisoned = poison.has(numberOfCode(printed.code));
      put({ dossierId, printed, intake, status: 'submitted', poisoned });
      return wrong ?? null;
    },
    corrected: (dossier: ModelDossier, intake: Intake, printed: Printed): string | null => {
      put({ ...dossier, intake, status: 'submitted' });
      const same = JSON.stringify(printed) === JSON.stringify(dossier.printed);
      return same ? null : `${dossier.printed.code}: other papers after a correction`;
    },
    decided: (dossier: ModelDossier, what: 'approve' | 'return'): void =>
      put({ ...dossier, status: what === 'approve' ? 'approved' : 'returned' }),
    voided: follows,
    /** The code number that the city will refuse. */
    poisonAhead: (ahead: number): number => {
      const number = last['dossier-code'] + ahead;
      poison.add(number);
      return number;
    },
    sentAgain: (dossier: ModelDossier, intake: Intake): void =>
      put({ ...dossier, intake, status: 'submitted', poisoned: false }),
  };
}
export type DeskModel = ReturnType<typeof createDeskModel>;

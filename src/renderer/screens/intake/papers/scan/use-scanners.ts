import { useCallback, useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Result } from '../../../../../shared/base/result.ts';
import type { Scanner, ScannerList } from '../../../../../shared/contracts/bridge/scanning.ts';
import { useActions } from '../../../../actions/actions-context.ts';
import { fitManner, loadManner, type ScanManner, saveManner } from './scan-settings.ts';

const NOBODY: ScannerList = { scanners: [], searching: false, missing: [], addresses: [] };
/** The first answer has what is known; slow drivers tell later. */
const AGAIN_MS = 2000;
const TIMES = 12;

/** Asking takes seconds, so the answer is kept for the window's life and asked anew on demand. */
const useFound = create<{ readonly list: ScannerList; readonly asked: boolean; readonly looking: boolean }>(
  () => ({
    list: NOBODY,
    asked: false,
    looking: false,
  }),
);

const show = (listed: Result<ScannerList>, looking: boolean): void =>
  useFound.setState(({ list }) => ({
    list: listed.ok ? listed.value : { ...NOBODY, addresses: list.addresses },
    looking,
  }));

export type Scanners = {
  readonly list: ScannerList;
  readonly looking: boolean;
  readonly look: () => void;
  readonly chosen: Scanner | null;
  readonly choose: (scannerId: string) => void;
  /** As it fits the chosen scanner. */
  readonly manner: ScanManner;
  readonly setManner: (manner: ScanManner) => void;
  /** null when done; else why not. */
  readonly add: (address: string) => Promise<Result<ScannerList>>;
  readonly forget: (address: string) => Promise<Result<ScannerList>>;
};

/** The scanners, the one in use, and how it is to scan; both are remembered on this desk. */
export function useScanners(): Scanners {
  const { listScanners, addScanner, forgetScanner } = useActions();
  const { list, asked, looking } = useFound();
  const [remembered, remember] = useState(loadManner);

  const look = useCallback(() => {
    if (useFound.getState().looking) return;
    useFound.setState({ asked: true, looking: true });
    const ask = async (times: number): Promise<void> => {
      const listed = await listScanners();
      const more = listed.ok && listed.value.searching && times > 1;
      show(listed, more);
      if (more) setTimeout(() => void ask(times - 1), AGAIN_MS);
    };
    void ask(TIMES);
  }, [listScanners]);

  useEffect(() => {
    if (!asked) look();
  }, [asked, look]);

  const keep = (changed: typeof remembered) => {
    saveManner(changed);
    remember(changed);
  };
  const told = async (answer: Promise<Result<ScannerList>>): Promise<Result<ScannerList>> => {
    const listed = await answer;
    if (listed.ok) show(listed, false);
    return listed;
  };
  const chosen =
    list.scanners.find(({ scannerId }) => scannerId === remembered.scannerId) ?? list.scanners[0] ?? null;
  return {
    list,
    looking,
    look,
    chosen,
    choose: (scannerId) => keep({ ...remembered, scannerId }),
    manner: fitManner(remembered, chosen),
    setManner: (manner) => keep({ ...manner, scannerId: remembered.scannerId }),
    add: (address) => told(addScanner(address)),
    forget: (address) => told(forgetScanner(address)),
  };
}

import { useEffect, useMemo, useState } from 'react';
import { Instant } from '../../../shared/base/dates.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import { checkReadiness, type ReadinessFinding } from '../../../shared/domain/day/check-readiness.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { instantOf } from '../../ui/dossier/span-text.ts';

/** Disks fill up in minutes when something else on the PC writes. */
const LOOK_AGAIN_MS = 60_000;

/** What may stop the desk before long, worked out from what is known now. */
export function useReadiness(
  dossiers: readonly DossierState[],
  oldestUnsentAt: Instant | null,
  now: Date,
): readonly ReadinessFinding[] {
  const { findRoom } = useActions();
  const reference = useDeskView((view) => view.reference);
  const lineState = useDeskView((view) => view.line?.state ?? null);
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const room = await findRoom();
      if (!left) setFreeBytes(room.ok ? room.value.freeBytes : null);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [findRoom]);
  const at = instantOf(now);
  const today = hanoiDate(at);
  const unsentReceipts = useMemo(
    () =>
      dossiers.filter(
        ({ receipt, city }) =>
          city.kind === 'waiting' && receipt !== null && hanoiDate(receipt.issuedAt) === today,
      ).length,
    [dossiers, today],
  );
  const moment = (value: string | null | undefined) => (value == null ? null : Instant.parse(value));
  return checkReadiness({
    now: at,
    freeBytes,
    referenceConfirmedAt: moment(reference?.confirmedAt),
    signInUntil: moment(reference?.signInUntil),
    oldestUnsentAt,
    unsentReceipts,
    clockDiffers: lineState === 'clock-differs' || lineState === 'wrong-clock',
  });
}

import { useEffect, useState } from 'react';
import type { Failure } from '../../../../shared/base/result.ts';
import type { CarryOverview } from '../../../../shared/contracts/bridge/carry.ts';
import { useActions } from '../../../actions/actions-context.ts';

const LOOK_AGAIN_MS = 2500;

/** What sticks are there, looked at again and again while `watching`; null before the first look. */
export function useSticks(watching: boolean): {
  readonly overview: CarryOverview | null;
  readonly failure: Failure | null;
} {
  const { carry } = useActions();
  const [overview, setOverview] = useState<CarryOverview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const seen = await carry.overview();
      if (over) return;
      if (seen.ok) setOverview(seen.value);
      setFailure(seen.ok ? null : seen.failure);
      if (watching) timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [carry, watching]);
  return { overview, failure };
}

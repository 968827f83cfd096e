import { create } from 'zustand';
import type { CarryActions } from '../../../src/renderer/actions/carry.ts';
import { fail, ok, type Result } from '../../../src/shared/base/result.ts';
import type {
  CarryOverview,
  CarryProgress,
  CarryTaken,
  CarryWritten,
} from '../../../src/shared/contracts/bridge/carry.ts';

type Answer<T> = () => Promise<Result<T>>;

/** Sticks, and what becomes of them, for tests to set and to look at. */
export const useFakeSticks = create<{
  readonly overview: CarryOverview;
  readonly write: Answer<CarryWritten>;
  readonly take: Answer<CarryTaken>;
  readonly asked: readonly (string | null)[];
  readonly progress: CarryProgress | null;
  readonly cancelled: boolean;
}>(() => ({
  overview: { drives: [], last: null },
  write: async () => fail('carry-nothing-unsent', 'officer-decides'),
  take: async () => fail('carry-no-reply', 'officer-decides'),
  asked: [],
  progress: null,
  cancelled: false,
}));

const asked = (driveId: string | null) =>
  useFakeSticks.setState((state) => ({ asked: [...state.asked, driveId] }));

export const fakeCarry: CarryActions = {
  overview: async () => ok(useFakeSticks.getState().overview),
  write: (driveId) => {
    asked(driveId);
    return useFakeSticks.getState().write();
  },
  take: (driveId) => {
    asked(driveId);
    return useFakeSticks.getState().take();
  },
  cancel: async () => useFakeSticks.setState({ cancelled: true }),
  onProgress: (listener) =>
    useFakeSticks.subscribe(({ progress }) => {
      if (progress !== null) listener(progress);
    }),
};

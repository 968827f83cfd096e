import type { Failure, Result } from '../../base/result.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from './channels.ts';
import type { Notice } from './notices.ts';

/** The one frozen object that the window gets, `window.desk`. */
export type DeskBridge = {
  readonly call: <N extends ChannelName>(
    name: N,
    input: ChannelInput<N>,
  ) => Promise<Result<ChannelOutput<N>, Failure>>;
  /** Returns a function that stops listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
};

import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { type Failure, fail, type Result } from '../../shared/base/result.ts';
import {
  type ChannelName,
  type ChannelOutput,
  type Channels,
  channels,
} from '../../shared/contracts/bridge/channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

export type Answers = {
  readonly [N in ChannelName]: (
    input: z.output<Channels[N]['input']>,
  ) => Promise<Result<ChannelOutput<N>, Failure>>;
};

/**
 * Opens every channel: foreign senders are refused, every argument is parsed again, and a defect behind the door is
 * logged and answered with `unexpected` (one of the three places where throws end).
 */
export function openChannels(
  ipcMain: Pick<IpcMain, 'handle'>,
  answers: Answers,
  logDefect: (where: string, defect: unknown) => void,
): void {
  const open = <N extends ChannelName>(name: N): void => {
    ipcMain.handle(name, async (event: IpcMainInvokeEvent, input: unknown) => {
      if (!isTrustedSender(event)) return fail('foreign-sender', 'call-support');
      const parsed = channels[name].input.safeParse(input);
      if (!parsed.success) return fail('bad-request', 'call-support', { channel: name });
      try {
        // The schema of this very channel has just made this value.
        return await answers[name](parsed.data as z.output<Channels[N]['input']>);
      } catch (defect) {
        logDefect(name, defect);
        return fail('unexpected', 'call-support', { channel: name });
      }
    });
  };
  for (const name of Object.keys(channels) as ChannelName[]) open(name);
}

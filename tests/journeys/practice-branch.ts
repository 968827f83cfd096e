import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import type { Failure, Result } from '../../src/shared/base/result.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../src/shared/contracts/bridge/channels.ts';
import type { DeskBridge } from '../../src/shared/contracts/bridge/desk-bridge.ts';
import { type City, startCity } from '../city/start-city.ts';
import { closeDialog, type Intake } from '../support/counter.ts';
import { type LinePlug, startLinePlug } from '../support/line-plug.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';

export const officer = ['Nguyễn Thu Hà', '135790'] as const;
export const supervisor = ['Lê Quang Dũng', '246810'] as const;

const fixtures = resolve(import.meta.dirname, '../fixtures/pages');
export const fixturePage = (name: string): string => join(fixtures, name);

/** One paper, two scanned pages, a fee: short to compose. */
export const residenceIntake: Intake = {
  procedure: '1.004194',
  cardQr:
    '001085000123||Trần Văn Bình|20031985|Nam|24 Trần Đăng Ninh, phường Cầu Giấy, thành phố Hà Nội|05052021',
  phone: '0987654321',
  files: {
    'Tờ khai thay đổi': [fixturePage('id3_skew_front.jpg'), fixturePage('rd22_quyetdinh_nghieng3_200.jpg')],
  },
};

/** Leaves the dialog of a received dossier and waits for the empty intake: a key pressed before that is overtaken by it. */
export async function nextDossier(page: Page): Promise<void> {
  await closeDialog(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByLabel('Tìm thủ tục').waitFor();
}

export type PracticeBranch = {
  readonly root: string;
  readonly profile: string;
  readonly city: City;
  readonly plug: LinePlug;
  /** Opens the desk on the branch's profile; at another address than the plug's with `cityUrl`. */
  readonly open: (options?: {
    readonly cityUrl?: string;
    readonly profile?: string;
    readonly env?: Readonly<Record<string, string>>;
  }) => Promise<OpenDesk>;
  /** Ends every process of the branch and takes its files away. */
  readonly close: () => Promise<void>;
};

/** A city in memory, a line that can be unplugged, and an empty profile for one desk. */
export async function openPracticeBranch(): Promise<PracticeBranch> {
  buildIfStale();
  const root = await mkdtemp(join(tmpdir(), 'journey-'));
  const profile = join(root, 'desk');
  const city = await startCity();
  const plug = await startLinePlug(city.url);
  const enrolCode = Object.values(city.codes)[0];
  return {
    root,
    profile,
    city,
    plug,
    open: (options = {}) =>
      openDesk({
        profile: options.profile ?? profile,
        cityUrl: options.cityUrl ?? plug.url,
        enrolCode,
        ...(options.env === undefined ? {} : { env: options.env }),
      }),
    close: async () => {
      await cutPower(root);
      await plug.close();
      await city.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Asks main directly, past every screen, as a window that was taken over would. */
export function askDesk<N extends ChannelName>(
  page: Page,
  name: N,
  input: ChannelInput<N>,
): Promise<Result<ChannelOutput<N>, Failure>> {
  // Both ends are JSON, so what comes back has the type that the channel map gives it.
  return page.evaluate(
    ([channel, asked]) =>
      (window as unknown as { readonly desk: DeskBridge }).desk.call(channel as never, asked as never),
    [name, input] as const,
  ) as Promise<Result<ChannelOutput<N>, Failure>>;
}

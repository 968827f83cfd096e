import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DeskBridge } from '../../../src/shared/contracts/bridge/desk-bridge.ts';
import { isCopyLevel } from '../../support/copy-level.ts';
import { filesBelow } from '../../support/files-below.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { waitUntil } from '../whole-desk/wait-until.ts';

const LEVEL_MS = 60_000;

async function isLevel(page: Page): Promise<boolean> {
  const status = await page.evaluate(() =>
    (window as unknown as { readonly desk: DeskBridge }).desk.call('backup:status', {}),
  );
  return status.ok && isCopyLevel(status.value);
}

/** Settles when the copy on the second disk has every fact and page; throws when it does not come to that. */
export async function untilCopyLevel(page: Page): Promise<void> {
  if (!(await waitUntil('the copy is level', () => isLevel(page), LEVEL_MS)))
    throw new Error('the copy on the second disk is not level');
}

/** The pages of the draft in which `phone` stands, as main keeps it: the last entry, so nothing of it is still to come. */
const pagesOfDraft = (page: Page, phone: string): Promise<readonly string[]> =>
  page.evaluate(async (entry) => {
    const { desk } = window as unknown as { readonly desk: DeskBridge };
    const kept = await desk.call('draft:list', {});
    const draft = kept.ok
      ? kept.value.drafts.find((each) => JSON.stringify(each).includes(entry))
      : undefined;
    if (draft === undefined) return [];
    return [...draft.papers.flatMap(({ pages }) => pages), ...draft.loosePages].map(({ sha256 }) => sha256);
  }, phone);

const namesBelow = (folder: string): readonly string[] => filesBelow(folder).map((path) => basename(path));

/** Settles when every page of a draft lies on the second disk too, with the words that came with it. */
export async function untilDraftCopied(
  { profile, root }: ChaosBranch,
  page: Page,
  phone: string,
): Promise<void> {
  const isCopied = async (): Promise<boolean> => {
    const pages = await pagesOfDraft(page, phone);
    const here = namesBelow(join(profile, 'desk', 'pages')).filter((name) =>
      pages.some((sha256) => name.startsWith(sha256)),
    );
    const there = new Set(namesBelow(join(root, 'second-disk')));
    return here.length > 0 && here.every((name) => there.has(name));
  };
  if (!(await waitUntil('the draft is copied', isCopied, LEVEL_MS)))
    throw new Error('the draft is not on the second disk');
  await untilCopyLevel(page);
}

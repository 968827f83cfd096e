import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { verifyBytes } from '../../src/main/signing/ed25519.ts';
import { canonicalJson } from '../../src/shared/base/canonical-json.ts';
import type { DeskBridge } from '../../src/shared/contracts/bridge/desk-bridge.ts';
import type { LineStatus } from '../../src/shared/contracts/bridge/line-status.ts';
import type { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';

const NO_HASH = '0'.repeat(64);

/** Numbers in the log whose hash, chain or signature is wrong; worked out again from the bytes, not by the desk. */
export function findBrokenLinks(events: readonly DeskEvent[]): readonly number[] {
  const [first] = events;
  const deskKey = first?.fact.type === 'desk-enrolled' ? first.fact.deskPublicKey : '';
  return events
    .filter((event, index) => {
      const { hash, signature, ...rest } = event;
      const worked = createHash('sha256').update(canonicalJson(rest), 'utf8').digest('hex');
      const before = events[index - 1]?.hash ?? NO_HASH;
      return !(
        event.seq === index + 1 &&
        event.prev === before &&
        hash === worked &&
        verifyBytes(deskKey, Buffer.from(hash, 'hex'), signature)
      );
    })
    .map(({ seq }) => seq);
}

export async function readLine(page: Page): Promise<LineStatus | null> {
  return page.evaluate(async () => {
    const { desk } = window as unknown as { readonly desk: DeskBridge };
    const line = await desk.call('line:status', {});
    return line.ok ? line.value : null;
  });
}

/** Pages that the desk's own store no longer gives back with the hash that is their name. */
export async function findLostPages(page: Page, hashes: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const lost: string[] = [];
    for (const sha256 of wanted) {
      const reply = await fetch(`/pages/${sha256}`, { cache: 'no-store' });
      const digest = await crypto.subtle.digest('SHA-256', await reply.arrayBuffer());
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (hex !== sha256) lost.push(sha256);
    }
    return lost;
  }, hashes);
}

/** Every dossier code that the line screen lists, scrolled through to its end. */
export async function codesOnLineScreen(page: Page): Promise<ReadonlySet<string>> {
  await page.keyboard.press('F8');
  await page.locator('.line-screen').waitFor();
  const codes = await page.evaluate(async () => {
    const seen = new Set<string>();
    const frame = () => new Promise((settle) => requestAnimationFrame(settle));
    const box = document.querySelector('.line-outbox .list-scroll');
    for (let top = 0; ; top += box?.clientHeight ?? 0) {
      box?.scrollTo(0, top);
      await frame();
      await frame();
      for (const row of document.querySelectorAll('.line-outbox tr.list-row')) {
        const code = /[A-Z]\d{2}[\d.]*-\d{6}-\d{4,9}/.exec(row.textContent ?? '')?.[0];
        if (code !== undefined) seen.add(code);
      }
      if (box === null || top + box.clientHeight >= box.scrollHeight) return [...seen];
    }
  });
  return new Set(codes);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import { freshFolder, KEY, ports } from './journal-fixture.ts';

const SCRIPT = join(import.meta.dirname, 'append-until-killed.ts');

/** Lets a desk append for a while, kills it with SIGKILL and gives the lines of what it had acknowledged. */
async function appendAndKill(dir: string, afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [SCRIPT, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  const exit = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), exit]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  const [, signal] = await exit;
  if (signal !== 'SIGKILL') throw new Error(`the desk stopped by itself: ${complaints}`);
  // A line without its end may have been cut by the kill.
  return said.slice(0, said.lastIndexOf('\n')).split('\n');
}

describe('kill -9', () => {
  it('[JR-11] ten kills in one journal: nothing acknowledged is missing or changed, nothing stands twice', async () => {
    const dir = freshFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      acknowledged.push(...(await appendAndKill(dir, (round * 37) % 120)));
      const opened = await openJournal({ dir, key: KEY, ...ports });
      if (!opened.ok) throw new Error(opened.failure.code);
      const { journal, findings } = opened.value;
      expect(findings.filter((finding) => finding.code !== 'journal-tail-cut')).toEqual([]);
      const page = await journal.read({ afterSeq: 0, limit: 1_000_000 });
      if (!page.ok) throw new Error(page.failure.code);
      const kept = new Set(page.value.events.map((event) => `${event.seq} ${event.hash}`));
      expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
      expect(page.value.events.map((event) => event.seq)).toEqual(page.value.events.map((_, at) => at + 1));
      await journal.close();
    }
    expect(acknowledged.length).toBeGreaterThan(20);
  }, 60_000);
});

import { verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import { NO_HASH } from '../../../src/shared/base/ids.ts';
import { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import {
  commit,
  ENROLLED,
  freshFolder,
  newCommand,
  opened,
  ports,
  readAll,
  verifyOwn,
  voided,
} from './journal-fixture.ts';

describe('append', () => {
  it('[JR-1] numbers events without gaps from 1, chains and signs them', async () => {
    const { journal, findings } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    await commit(journal, voided(1), voided(2));
    const events = await readAll(journal);
    expect(findings).toEqual([]);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3]);
    expect(events.map((event) => event.prev)).toEqual([NO_HASH, events[0]?.hash, events[1]?.hash]);
    for (const event of events) {
      expect(DeskEvent.parse(event)).toEqual(event);
      expect(verifyOwn(Buffer.from(event.hash, 'hex'), event.signature)).toBe(true);
    }
    expect(journal.head()).toEqual({ seq: 3, hash: events[2]?.hash });
    await journal.close();
  });

  it('[JR-1] anyone can check hash and signature from the event alone', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    const [event] = await readAll(journal);
    if (event?.fact.type !== 'desk-enrolled') throw new Error('no enrolment');
    const { hash, signature, ...rest } = event;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(rest)));
    expect(Buffer.from(digest).toString('hex')).toBe(hash);
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x: event.fact.deskPublicKey }, format: 'jwk' } as const;
    expect(verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'base64url'))).toBe(true);
    await journal.close();
  });

  it('[JR-2] refuses a decision made on an old head and says the true one', async () => {
    const { journal } = await opened(freshFolder());
    const old = journal.head();
    await commit(journal, ENROLLED);
    const late = await journal.append({
      expectedHead: old,
      command: newCommand(),
      by: null,
      facts: [voided(1)],
    });
    expect(late).toMatchObject({ ok: false, failure: { code: 'head-moved', facts: journal.head() } });
    const rightSeqWrongHash = { ...journal.head(), hash: NO_HASH };
    const forged = await journal.append({
      expectedHead: rightSeqWrongHash,
      command: newCommand(),
      by: null,
      facts: [voided(1)],
    });
    expect(forged).toMatchObject({ ok: false, failure: { code: 'head-moved' } });
    expect(await readAll(journal)).toHaveLength(1);
    await journal.close();
  });

  it('[JR-2] of twenty appends at once on one head exactly one wins', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    const expectedHead = journal.head();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        journal.append({ expectedHead, command: newCommand(), by: null, facts: [voided(number + 1)] }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results[0]?.ok).toBe(true);
    expect(await readAll(journal)).toHaveLength(2);
    await journal.close();
  });

  it('[JR-3] the same command makes its events once, at once, later and after a restart', async () => {
    const dir = freshFolder();
    const { journal } = await opened(dir);
    await commit(journal, ENROLLED);
    const order = {
      expectedHead: journal.head(),
      command: newCommand(),
      by: null,
      facts: [voided(1), voided(2)],
    };
    const [first, twin] = await Promise.all([journal.append(order), journal.append(order)]);
    if (!first.ok || !twin.ok) throw new Error('not appended');
    expect(twin.value.events).toEqual(first.value.events);
    await commit(journal, voided(3));
    await journal.close();
    const again = await opened(dir);
    const retried = await again.journal.append(order);
    if (!retried.ok) throw new Error(retried.failure.code);
    expect(retried.value.events).toEqual(first.value.events);
    expect(retried.value.head).toEqual(again.journal.head());
    expect(await readAll(again.journal)).toHaveLength(4);
    await again.journal.close();
  });

  it('[JR-4] nothing happens at a desk before its enrolment', async () => {
    const { journal } = await opened(freshFolder());
    expect(await commit(journal, voided(1))).toMatchObject({
      ok: false,
      failure: { code: 'desk-not-enrolled' },
    });
    expect(journal.head().seq).toBe(0);
    await journal.close();
  });

  it('[JR-5] tells subscribers after the commit, once, and not about retries or refusals', async () => {
    const { journal } = await opened(freshFolder());
    const heard: number[] = [];
    const stop = journal.subscribe((page) => heard.push(page.head.seq));
    const order = { expectedHead: journal.head(), command: newCommand(), by: null, facts: [ENROLLED] };
    await journal.append(order);
    await journal.append(order);
    await journal.append({ ...order, command: newCommand() });
    stop();
    await commit(journal, voided(1));
    expect(heard).toEqual([1]);
    await journal.close();
  });

  it('[JR-6] keeps the wall clock it is given, else asks its own', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    const at = '2026-11-20T01:00:00.000Z' as ReturnType<typeof ports.now>;
    await journal.append({
      expectedHead: journal.head(),
      command: newCommand(),
      by: null,
      facts: [voided(1)],
      at,
    });
    expect((await readAll(journal)).map((event) => event.at)).toEqual([ports.now(), at]);
    await journal.close();
  });

  it('[JR-7] a closed journal takes nothing', async () => {
    const { journal } = await opened(freshFolder());
    await journal.close();
    expect(await commit(journal, ENROLLED)).toMatchObject({ ok: false, failure: { code: 'journal-closed' } });
  });

  it('[JR-7] a second writer on the same files is noticed before it can write over the first', async () => {
    const dir = freshFolder();
    const one = await opened(dir);
    await commit(one.journal, ENROLLED);
    const two = await opened(dir);
    await commit(one.journal, voided(1));
    expect(await commit(two.journal, voided(2))).toMatchObject({
      ok: false,
      failure: { code: 'journal-closed' },
    });
    await one.journal.close();
    await two.journal.close();
    const { journal, findings } = await opened(dir);
    expect(findings).toEqual([]);
    expect(journal.head().seq).toBe(2);
    await journal.close();
  });

  it('[JR-8] a commit too large for a record is refused whole', async () => {
    const { journal } = await opened(freshFolder());
    await commit(journal, ENROLLED);
    const huge = await commit(journal, voided(1, 'x'.repeat(1_100_000)));
    expect(huge).toMatchObject({ ok: false, failure: { code: 'commit-too-large' } });
    expect((await commit(journal, voided(1))).ok).toBe(true);
    await journal.close();
  });

  it('[JR-12] another key does not open it and changes nothing', async () => {
    const dir = freshFolder();
    const { journal } = await opened(dir);
    await commit(journal, ENROLLED);
    await journal.close();
    const foreign = await openJournal({ dir, key: Buffer.alloc(32, 8), ...ports });
    expect(foreign).toMatchObject({ ok: false, failure: { code: 'journal-key-wrong' } });
    const again = await opened(dir);
    expect(again.findings).toEqual([]);
    expect(again.journal.head().seq).toBe(1);
    await again.journal.close();
  });
});

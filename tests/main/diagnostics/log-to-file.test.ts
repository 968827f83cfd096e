import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openDeskLog } from '../../../src/main/diagnostics/log-to-file.ts';
import { Applicant } from '../../../src/shared/domain/applicant/applicant.ts';
import { applicant } from '../../shared/support/a-dossier.ts';

const throwsOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
};

it('[BR-15] what goes wrong with a citizen’s data leaves kind and place in the log, not the data', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'desk-log-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  const log = openDeskLog(profile);
  const secrets = [applicant.fullName, applicant.personalId, '135790'];
  log.tell('desk-ready', { dossiers: 3 });
  // Each of these says in its message what it choked on.
  log.defect(
    'parse',
    throwsOf(() => JSON.parse(`{"name": ${applicant.fullName}}`)),
  );
  log.defect(
    'arguments',
    throwsOf(() => Buffer.alloc(applicant.personalId as never)),
  );
  log.defect(
    'schema',
    throwsOf(() => Applicant.parse({ ...applicant, sex: '135790' })),
  );
  log.defect(
    'keys',
    throwsOf(() => z.strictObject({}).parse({ [applicant.fullName]: 1 })),
  );
  log.defect('value', { name: applicant.fullName });
  log.defect('our own', new Error('gap in the log: 5 is followed by 7'));
  log.defect('code', 'sealed-file-damaged');

  const text = readFileSync(join(profile, 'logs', 'desk.log'), 'utf8');
  for (const secret of secrets) expect(text).not.toContain(secret);
  for (const told of [
    'desk-ready',
    'SyntaxError',
    'ERR_INVALID_ARG_TYPE',
    'ZodError',
    'gap in the log: 5',
    'sealed-file-damaged',
  ])
    expect(text).toContain(told);
  expect(text).toContain('log-to-file.test.ts');
});

import { fail, ok } from '../../shared/base/result.ts';
import { FailureReply, importUrl, PagesImported } from '../../shared/contracts/bridge/page-urls.ts';
import type { DeskActions } from './desk-actions.ts';

/**
 * Streams a dropped or chosen file to main, which stores its pages before it answers.
 * Failures: those of the importer (`file-empty`, `pdf-encrypted`…), `import-unanswered` when main did not answer as agreed.
 */
export const importFile: DeskActions['importFile'] = async (file) => {
  let reply: unknown;
  try {
    const response = await fetch(importUrl(file.name), { method: 'POST', body: file });
    reply = await response.json();
  } catch {
    // The file vanished under us (a pulled USB stick) or main is closing: nothing was stored.
    return fail('import-unanswered', 'retry-later', { file: file.name });
  }
  const imported = PagesImported.safeParse(reply);
  if (imported.success) return ok(imported.data.pages);
  const refused = FailureReply.safeParse(reply);
  if (!refused.success) return fail('import-unanswered', 'retry-later', { file: file.name });
  const { code, remedy, facts } = refused.data.failure;
  return fail(code, remedy, { ...facts, file: file.name });
};

import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { PageFiles } from './ports.ts';

/** A stream that ends with the error of a damaged chunk is not the disk's fault. */
const isDamage = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'page-damaged';

/**
 * Copies one page and the words that came with it. Every chunk is checked as it is read and the whole by its name, so a
 * damaged page is never copied: `page-damaged`. Others: `page-missing`, and what the disks fail with.
 */
export async function copyPage(
  from: PageFiles,
  to: PageFiles,
  sha256: Sha256,
): Promise<Result<null, Failure>> {
  const found = await from.openRead(sha256);
  if (!found.ok) return found;
  const { sha256: _name, byteLength: _length, ...meta } = found.value.meta;
  try {
    const put = await to.put(found.value.stream, meta);
    if (!put.ok) return put;
    if (put.value.sha256 !== sha256) return fail('page-damaged', 'call-support', { sha256 });
  } catch (thrown) {
    if (isDamage(thrown)) return fail('page-damaged', 'call-support', { sha256 });
    throw thrown;
  } finally {
    found.value.stream.destroy();
  }
  const layer = await from.findTextLayer(sha256);
  if (layer === null) return ok(null);
  const kept = await to.keepTextLayer(sha256, layer);
  return kept.ok ? ok(null) : kept;
}

/** Takes a page back that is missing or damaged in `here`, where `there` has it whole. True when it is whole now. */
export async function mendPage(here: PageFiles, there: PageFiles, sha256: Sha256): Promise<boolean> {
  return (await copyPage(there, here, sha256)).ok;
}

import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StoredPage } from '../../shared/domain/page/page.ts';
import type { Limits } from './limits.ts';
import { readPictureHeader } from './picture-header.ts';
import type { PutPage } from './put-page.ts';
import { checkWholePicture } from './whole-picture.ts';

/** A JPEG or PNG is kept byte for byte: what the citizen gave is what the city gets. */
export async function importPicture(
  bytes: Buffer,
  mediaType: 'image/jpeg' | 'image/png',
  name: string,
  limits: Limits,
  put: PutPage,
): Promise<Result<readonly StoredPage[], Failure>> {
  const header = await readPictureHeader(bytes, limits, name);
  if (!header.ok) return header;
  const whole = await checkWholePicture(bytes, limits, name);
  if (!whole.ok) return whole;
  const { width, height, dpi } = header.value;
  const stored = await put(bytes, { mediaType, width, height, dpi });
  return stored.ok ? ok([stored.value]) : stored;
}

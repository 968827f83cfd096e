import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The application beside a packaged executable: resources/app, or resources/app.asar unpacked to a folder. */
export async function findPackagedApp(executableFolder: string): Promise<string | undefined> {
  const resources = join(executableFolder, 'resources');
  const archive = join(resources, 'app.asar');
  if (!existsSync(archive)) {
    const folder = join(resources, 'app');
    return existsSync(folder) ? folder : undefined;
  }
  const { mtimeMs } = statSync(archive);
  const mark = createHash('sha256').update(`${archive} ${mtimeMs}`).digest('hex').slice(0, 16);
  const unpacked = join(tmpdir(), `standin-asar-${mark}`);
  if (!existsSync(unpacked)) {
    const { extractAll } = await import('@electron/asar');
    extractAll(archive, unpacked);
  }
  return unpacked;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A private SANE configuration with the `test` backend only: a real scanner driver without a device.
 * @returns the environment that makes `scanimage` use it
 */
export async function placePracticeScanner(folder: string): Promise<Readonly<Record<string, string>>> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'dll.conf'), 'test\n');
  await writeFile(
    join(folder, 'test.conf'),
    'number_of_devices 1\nmode Color\nresolution 200.0\nsource "Automatic Document Feeder"\n',
  );
  return { SANE_CONFIG_DIR: folder };
}

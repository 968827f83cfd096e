import { access } from 'node:fs/promises';

/** Is there anything under this name? What cannot be asked after is not there. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

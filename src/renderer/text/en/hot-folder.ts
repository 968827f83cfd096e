import type { hotFolder as vi } from '../vi/hot-folder.ts';

export const hotFolder: typeof vi = {
  name: 'Scan folder',
  none: 'None: where the scanner’s program saves files',
  choose: 'Choose…',
  polling: 'Network folder: look for new files',
  waiting: 'Scan folder: {{n}} files waiting.',
  take: 'Take in',
  missing:
    'The scan folder {{folder}} cannot be opened (network gone or USB pulled). It goes on by itself when it is back.',
};

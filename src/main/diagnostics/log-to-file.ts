import { join } from 'node:path';
import log from 'electron-log/node.js';

export type DeskLog = {
  readonly tell: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly defect: (where: string, defect: unknown) => void;
};

const LARGEST_BYTES = 5 * 1024 * 1024;

/**
 * Log files beside the profile, 5 MB and one older one. Facts are codes and counts: names, id numbers and PINs
 * of citizens never enter a log (Luật 91/2025).
 */
export function openDeskLog(profile: string): DeskLog {
  const logger = log.create({ logId: 'desk' });
  logger.transports.file.resolvePathFn = () => join(profile, 'logs', 'desk.log');
  logger.transports.file.maxSize = LARGEST_BYTES;
  logger.transports.file.level = 'info';
  logger.transports.console.level = 'warn';
  return {
    tell: (what, facts) => logger.info(what, facts ?? {}),
    defect: (where, defect) => logger.error(where, defect instanceof Error ? defect.stack : String(defect)),
  };
}

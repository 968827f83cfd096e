import { join } from 'node:path';
import log from 'electron-log/node.js';

export type DeskLog = {
  readonly tell: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly defect: (where: string, defect: unknown) => void;
};

/**
 * Kind, errno and place of a defect. Its message only when it is a plain Error, ours: the platform's own messages quote
 * what they choked on (`JSON.parse`, argument checks), and that may be a citizen's name.
 */
export function describeDefect(defect: unknown): string {
  if (!(defect instanceof Error)) return typeof defect === 'string' ? defect : typeof defect;
  const code = 'code' in defect ? ` ${String(defect.code)}` : '';
  const plain = defect.name === 'Error' && code === '';
  const frames = (defect.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${defect.name}${code}${plain ? `: ${defect.message}` : ''}`, ...frames].join('\n');
}

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
    defect: (where, defect) => logger.error(where, describeDefect(defect)),
  };
}

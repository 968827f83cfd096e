import { failuresBackup } from './failures-backup.ts';
import { failuresCarry } from './failures-carry.ts';
import { failuresCity } from './failures-city.ts';
import { failuresDesk } from './failures-desk.ts';
import { failuresDossier } from './failures-dossier.ts';
import { failuresPages } from './failures-pages.ts';
import { failuresPaperOut } from './failures-paper-out.ts';

/** One sentence for every failure code: what happened, and what to do. */
export const failures = {
  ...failuresDesk,
  ...failuresBackup,
  ...failuresPages,
  ...failuresDossier,
  ...failuresPaperOut,
  ...failuresCity,
  ...failuresCarry,
};

import type { supply as vi } from '../vi/supply.ts';

export const supply: typeof vi = {
  codes: {
    out: 'No dossier codes left today. Go on receiving: a provisional code is used and the final one comes with the line.',
    soon: 'Only {{left}} dossier codes left today. Then codes are provisional; with the line more come by themselves.',
    low: 'Without a line the dossier codes last {{days}} working days. Connect to get more.',
  },
  receipts: {
    out: 'No receipt numbers left. Go on receiving but take no money; collect later, in the dossier.',
    soon: 'Only {{left}} receipt numbers left. Then no money may be taken; with the line more come by themselves.',
    low: '{{left}} receipt numbers left, {{lasts}}. Connect to get more.',
  },
  slips: {
    out: "No slip numbers left. The slip bears the dossier's code as its number; nothing more to do.",
    soon: "Only {{left}} slip numbers left. Then the slip bears the dossier's code as its number.",
    low: '{{left}} slip numbers left, {{lasts}}. Connect to get more.',
  },
  nextYear: {
    out: 'No receipt numbers of the new year yet: from 1 January no money may be taken. Connect before then.',
  },
  brief: {
    'dossier-numbers-exhausted':
      'No dossier codes: this one is provisional, the final one comes with the line.',
    'receipt-numbers-exhausted': 'No receipt numbers: take no money now, collect later.',
    'intake-slip-numbers-exhausted': 'No slip numbers: the slip bears the dossier code.',
  },
  lasts: 'about {{n}} {{n, noun(one: working day; more: working days)}}',
  lastsNoDay: 'less than a working day',
  daysOf: '{{n}} {{n, noun(one: day; more: days)}}',
  waiting: 'Dossiers that still have a provisional code and wait for the line: {{n}}',
  provisional: 'provisional',
  formerly: 'provisional code: {{code}}',
  received:
    'No codes were left, so this one is provisional. Tell the citizen: it can be looked up; the final code will be told.',
  isProvisional:
    'This code is provisional. The desk gets the final one with the line; this one can always be looked up.',
  changed: 'The final code is here, in place of {{old}}. Print the slip again and tell the citizen.',
  told: 'Citizen told',
  feeLater:
    '{{amount}} not collected: no receipt numbers left. Take no money now; collect when there are numbers.',
  feeOwed: '{{amount}} not collected: no receipt numbers were left at intake. Press when the citizen pays.',
  collectCash: 'Collect cash',
  collectTransfer: 'Collect transfer',
  notCollected: 'Not collected, no receipt yet.',
};

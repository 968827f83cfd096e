import type { notices as vi } from '../vi/notices.ts';

export const notices: typeof vi = {
  'lease-refused':
    'The city lent {{count}} blocks of numbers that this desk does not use (newest: {{from}}–{{to}}, {{reason}}). Go on receiving; tell support today.',
  'copy-rebuilt':
    "The working copy was made again from the desk's log: {{dossiers}} {{dossiers, noun(one: dossier; more: dossiers)}}, all that the log has.",
  'copy-branched':
    "The desk's log differs from the working copy; {{events}} entries that only the copy had were set aside. Stop receiving and call support now.",
  'drafts-restored': 'Restored {{count}} {{count, noun(one: draft; more: drafts)}}.',
  'draft-not-kept':
    'The spare copy of the draft could not be saved. Finish this dossier, then check the free space on the disk.',
  'draft-not-saved':
    'The disk cannot be written, so the dossier in the making is not saved. Stay on this screen, keep the PC on, and call support now.',
  'copy-unreadable':
    'The working copy could not be opened and was rebuilt from the log; scanned pages are read again.',
  'no-keyring': 'This machine has no key store; dossiers are sealed with the passphrase. Keep it safe.',
  'journal-tail-cut':
    'The machine was switched off while writing; the unfinished part was dropped, everything confirmed is there.',
  'journal-witness-lost': 'The witness of the log was lost and made anew. Tell support today.',
  'journal-damaged': "The desk's log is damaged. Stop receiving, do not reinstall, call support now.",
  'journal-signature-wrong':
    'A signature in the log is wrong at line {{seq}}. Stop receiving and call support now.',
  'city-log-tail-cut': 'An unfinished message of the city was dropped; it will be fetched again.',
  'city-log-witness-lost': "The witness of the city's messages was lost and made anew. Tell support today.",
  'city-log-damaged': 'Some messages of the city are damaged; they will be fetched again.',
  'desk-restored': 'The desk was put back from its backup. The old PC must not work in its name any more.',
  'desk-settled':
    'The city has answered: {{events}} facts made after the backup are back. The old number blocks are closed and new ones are used. Dossiers received after the backup that the city does not have: receive them again by the papers that citizens hold.',
  'journal-repaired':
    "The desk's journal was damaged and has been mended from a healthy copy. The damaged one is kept; tell support today.",
  'journal-repair-ready':
    'The city has all of the damaged part of the journal. Close the program and open it again to use the mended one.',
  'journal-hole':
    'The journal lacks what follows from fact {{from}} on; which dossiers are behind it is not known. Look only, receive nothing; connect the backup and the line and open again, or call support now.',
  'journal-hole-dossiers':
    'The journal lacks facts {{from}} to {{to}}; {{count}} dossiers lie behind the gap: {{dossiers}}. Look only, receive nothing; connect the backup and the line and open again, or call support now.',
  'city-chain-differs':
    "The city's log differs from the backup that was put back. The desk only shows; call support now.",
};

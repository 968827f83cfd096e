import type { failuresDesk as vi } from '../vi/failures-desk.ts';

export const failuresDesk: typeof vi = {
  unexpected:
    'The desk met an unexpected error; everything saved is safe. Try again; if it stays, call support.',
  'bad-request': 'The screen sent a wrong request. Reload the screen; if it stays, call support.',
  'foreign-sender': 'A strange window asked for data and was refused. Close other windows and call support.',
  'draft-not-kept':
    'The disk does not take the draft, so it cannot be left. Stay on this screen and call support now.',
  'day-note-needed':
    'Paper {{paper}}, desk {{desk}}: find the dossier that differs, or write why and close again.',
  'day-counts-differ': 'Something was received just now, so the counts have changed. Look again, then close.',
  'day-not-begun': 'This day has not begun. Choose today or yesterday.',
  'disk-full':
    'The disk is full and this was not written. Free some space outside the program and try again; received dossiers are intact.',
  'disk-error': 'The disk reports errors. Stop receiving at this desk and call support now.',
  'desk-not-enrolled': 'This desk is not enrolled with the city. Enter the one-time code first.',
  'desk-already-enrolled': 'This machine is already enrolled. Restart the program to open that desk.',
  'desk-not-open': 'The desk is not open yet. Wait a moment and try again; if it stays, restart.',
  'already-signed-in': '{{name}} is signed in at this desk. Sign out first.',
  'not-signed-in': 'Nobody is signed in. Sign in and try again.',
  'credential-expired': 'This PIN has expired on the desk. Connect to fetch the new list, or call support.',
  'pin-wrong': 'The PIN is wrong. Type it again; after several tries you will have to wait.',
  'pin-paused':
    'Too many wrong PINs. Wait {{seconds}} {{seconds, noun(one: second; more: seconds)}} and try again.',
  'passphrase-needed': 'Type the passphrase of this machine to open the dossiers.',
  'new-passphrase-needed': 'This machine has no passphrase yet. Set one to seal the dossiers.',
  'wrong-passphrase':
    'The passphrase is wrong. Check Caps Lock and the Vietnamese typing program, then try again.',
  'key-file-damaged':
    'The key file is damaged. Do not reinstall; call support to restore it from the backup.',
  'profile-newer':
    'A newer version of the program has written on this machine, so this one leaves everything closed. Install the newer version and open again; nothing is lost.',
  'key-missing': 'The key to the dossiers is missing. Do not reinstall; call support.',
  'key-unreadable':
    "The system key store cannot open the desk's key. Log in with the right account; if it stays, call support.",
  'signing-key-damaged': "The desk's signing key is damaged. Stop receiving and call support.",
  'signing-key-missing': "The desk's signing key is missing. Stop receiving and call support.",
  'sealed-file-damaged':
    'A sealed file is damaged ({{name}}). Dossiers in the log are not affected; call support.',
  'journal-closed': "The desk's log is closed. Restart the program and try again.",
  'journal-damaged': "The desk's log is damaged. Stop receiving, do not reinstall, call support now.",
  'journal-key-wrong':
    "The desk's log cannot be opened with this machine's key. Do not reinstall; call support.",
  'log-closed': 'The log is closed. Restart the program and try again.',
  'log-key-wrong': "The log cannot be opened with this machine's key. Do not reinstall; call support.",
  'record-too-large':
    'The dossier is too large to write at once. Remove pages and try again; if it stays, call support.',
  'commit-too-large':
    'The dossier is too large to write at once. Remove pages and try again; if it stays, call support.',
  'commit-incomplete': 'A part was missing, so nothing was written. Call support.',
  'clock-of-window-differs':
    'The time on the screen is {{minutes}} {{minutes, noun(one: minute; more: minutes)}} off the desk clock, so nothing was made. Press again, then call support.',
  'head-moved': 'Something else was just written. Press again.',
  'fact-needs-officer': 'This needs a signed-in officer. Sign in again and retry.',
  'fact-not-for-window': 'The screen may not write this. Reload it and call support.',
  'copy-not-saved':
    'Dossier {{code}} IS received and stands in the log; only the screen could not save it. Do not receive it again; restart the program, print its papers, and call support.',
  'fact-not-shown':
    'This IS written in the log; only the screen could not save it. Do not repeat it; restart the program and call support.',
  'copy-behind-journal':
    'The working copy cannot follow the log, so nothing more was written. Free space if the disk is full, restart the program; if it stays, call support.',
  'journal-behind-copy':
    "The desk's log lacks {{events}} {{events, noun(one: entry; more: entries)}} that the screen still has. View only, receive nothing; do not reinstall, and call support now.",
  'copy-not-opened':
    'The working copy on this machine does not open. Press “Try again”; if it stays, switch the machine off and on. The dossiers are in the journal and safe.',
  'copy-unreadable':
    'The working copy could not be opened and is being rebuilt from the log. Please wait; nothing is lost.',
};

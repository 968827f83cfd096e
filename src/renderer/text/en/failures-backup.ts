/** Backups, restoring a desk and what follows from it. */
export const failuresBackup = {
  'backup-away':
    'The backup folder is not there. Plug the disk in or connect the share again; copying goes on by itself.',
  'backup-folder-missing':
    'This folder is not there. Check that the disk is plugged in or the share connected, then choose again.',
  'backup-ahead':
    'The backup holds {{events}} {{events, noun(one: fact; more: facts)}} more than the journal on this PC, so nothing is copied over it. Stop receiving, leave both as they are and call support now.',
  'backup-branched':
    'The backup and the journal on this PC differ from fact {{seq}} on, so nothing is copied over it. Stop receiving, leave both as they are and call support now.',
  'backup-taken-over':
    'This desk was put back on another PC from its backup. Stop using this PC and call support.',
  'backup-of-another-key':
    'This folder holds the backup of another PC of the same desk name. Choose another folder, or call support.',
  'backup-without-key':
    "The backup lacks the desk's signing key, so the desk cannot be put back. Call support.",
  'backup-empty': 'Nothing in this backup can be read yet. Choose another one, or call support.',
  'recovery-code-length':
    'The code has too few or too many letters: {{letters}} typed, {{wanted}} needed. Type all eight groups of the sheet.',
  'recovery-code-group': 'Group {{group}} is not right. Compare it with the sheet.',
  'recovery-code-wrong':
    'This code does not open the backup. Check that it is the newest sheet of this very desk.',
  'recovery-code-over':
    'The code was put away and is not kept here. For another sheet choose the folder again: that makes a new code.',
  'profile-not-empty':
    'This PC is a desk with dossiers, so nothing can be put back over it. Use another PC, or call support.',
  'supervisor-only': 'This is for the branch supervisor. Ask the supervisor to sign in, then do it again.',
  'desk-must-ask-city':
    'The desk was just put back from its backup and has to ask the city once before it works. Connect the line; it opens as soon as the city answers.',
  'desk-continued-elsewhere':
    'This desk was put back and works on another PC. This PC only shows; stop receiving and call support.',
  'events-do-not-follow':
    "What was brought back does not fit the desk's journal. Stop receiving and call support now.",
  'city-gave-too-few': 'The city has not given all that is missing yet. The desk asks again by itself.',
};

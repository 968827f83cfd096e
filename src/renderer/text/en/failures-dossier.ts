import type { failuresDossier as vi } from '../vi/failures-dossier.ts';

export const failuresDossier: typeof vi = {
  'applicant-invalid': "The applicant's data is not right yet. See the marked fields.",
  'content-invalid':
    'A needed part is missing, so nothing was written ({{where}}). Reload the screen; if it stays, call support.',
  'content-changed': 'Dossier {{code}} changed after you opened it. Open it again before signing.',
  'draft-incomplete':
    '{{count}} {{count, noun(one: thing is; more: things are)}} still to do. See the list, then receive.',
  'dossier-already-received': 'This dossier was received already. See it under Dossiers.',
  'dossier-unknown': 'This dossier is not in the log. Reopen the list; if it stays, call support.',
  'dossier-numbers-exhausted':
    'No dossier codes left for today. Go on receiving: the code is provisional, the final one comes with the line.',
  'receipt-numbers-exhausted':
    'No receipt numbers left: take no money now. Go on receiving; collect later, when the line has brought more.',
  'intake-slip-numbers-exhausted':
    "No slip numbers left. Go on receiving: the slip bears the dossier's code as its number.",
  'lease-already-held': 'This block of numbers is already here. Nothing to do.',
  'lease-empty': 'The city issued an empty block of numbers. Call support.',
  'lease-not-for-this-unit': 'The block of numbers is for another unit ({{unitCode}}). Call support.',
  'lease-out-of-range': 'The block of numbers is out of range. Call support.',
  'lease-not-of-year': 'The receipt block {{series}} is not of {{year}}. Call support.',
  'number-left-unused': 'There is a number left that was not used. Press again; if it stays, call support.',
  'provisional-code-out-of-order':
    'Provisional code {{code}} is not the next. Press again; if it stays, call support.',
  'code-not-provisional': 'Dossier {{code}} has its final code. Nothing to do.',
  'code-not-changed': 'The code {{code}} did not change; nothing to tell.',
  'code-told-already': 'The citizen was told {{code}} already. Nothing to do.',
  'fee-not-owed': 'Nothing is left to collect for dossier {{code}}. See its receipt.',
  'lease-overlaps': 'The new block of numbers overlaps one we have. Call support.',
  'lease-unknown': 'This number belongs to no block of this desk. Call support.',
  'number-already-used': 'This number is used. Press again for the next one; if it stays, call support.',
  'number-not-of-lease': 'This number does not belong to the issued block. Call support.',
  'number-out-of-order': 'This number is not the next one. Press again for the next one, then call support.',
  'number-outside-lease': 'This number is outside the issued block. Call support.',
  'number-voided': 'This number was voided. Press again for the next one.',
  'paper-disagrees': 'The paper does not agree with the dossier and was not made. Call support.',
  'paper-without-facts': 'This dossier has no such paper. Check its fees or its state.',
  'due-date-differs':
    'The city’s working calendar has just changed, so this dossier has another due date. It is not received yet: look at the new date and press again; if it stays like this, call support.',
  'procedure-outdated': 'Procedure {{name}} has a new version. Choose it again and look at the papers.',
  'procedure-unknown': 'This procedure is not in the catalogue any more. Choose another.',
  'reference-missing': 'The desk has no catalogue yet. The line is needed once to fetch it.',
  'own-dossier':
    'You received or corrected this dossier, so you may not sign it. Ask another supervisor to sign.',
  'role-may-not': 'You may not do this. Ask someone who may to sign in.',
  'status-forbids': 'The dossier is no longer in a state for this. Open it again.',
  'city-refused': 'The city refused dossier {{code}}. An officer corrects and sends it again first.',
  'not-refused': 'The city no longer refuses dossier {{code}}, so it need not be sent again. Open it again.',
  'resent-differs': 'Number, receipt or slip sent again are not as printed. Call support.',
  'conflict-open':
    'The city says something else of dossier {{code}}. Go to To decide and choose a side first.',
  'no-conflict': 'This word of the city has been settled or has changed. Open it again to see what is there.',
  'not-your-dossier': 'Someone else received dossier {{code}}. Ask them or a supervisor to decide.',
  'city-change-unfit':
    "This machine cannot hold the value that the city has set. Keep the desk's, or call support before you choose.",
  'reason-missing': 'A reason is needed. Write a sentence that says what to correct.',
};

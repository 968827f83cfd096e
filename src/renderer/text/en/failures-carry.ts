import type { failuresCarry as vi } from '../vi/failures-carry.ts';

export const failuresCarry: typeof vi = {
  'carry-not-a-file': 'This is no file of a desk or of the city. Ask the centre to copy it again.',
  'carry-newer-format': 'A newer version made this file. Call support to update the desk.',
  'carry-other-key': 'This file is sealed for another key and cannot be opened here. Call support.',
  'carry-other-desk': 'This answer is for desk {{deskId}}, not for this one. Take it there.',
  'carry-damaged':
    'The file is damaged or was changed; nothing of it was taken. Ask the centre to copy it again.',
  'carry-not-signed': 'The file lacks the city’s true signature; nothing of it was taken. Call support.',
  'carry-stick-full': 'The stick filled up while copying. Delete files on it or use another stick.',
  'carry-stick-too-small':
    'The stick has {{freeMb}} MB left, at least {{neededMb}} MB are needed. Delete files on it or use another stick.',
  'carry-stick-gone':
    'The stick is gone or failing. Plug it in again and repeat; the dossiers are safe on this PC.',
  'carry-stick-locked': 'The stick refuses to be written. Move its lock switch, or use another stick.',
  'carry-read-back-differs':
    'What was read back differs from what was written: the stick is broken. Use another one.',
  'carry-cancelled': 'Stopped as asked.',
  'carry-city-key-missing':
    'The desk lacks the city’s key for sealing the file. It needs the line once (a phone’s network will do); then repeat.',
  'carry-nothing-unsent': 'Nothing is waiting to be sent, so no stick is needed.',
  'carry-no-reply': 'No answer of the city here. Choose the stick that came back from the centre.',
  'carry-not-kept':
    'This PC could not keep the answer (often a full disk). Free space, then take it from the stick again.',
  'carry-too-early': 'The desk is opening its log. Wait a few seconds and repeat.',
  'carry-busy': 'Copying or taking is under way. Wait until it is done.',
};

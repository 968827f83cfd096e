import type { failuresPages as vi } from '../vi/failures-pages.ts';

export const failuresPages: typeof vi = {
  'content-empty': 'The file is empty. Choose another.',
  'file-empty': 'This file is empty (0 bytes). Copy it again or scan the paper.',
  'file-too-large': 'The file is too large (limit {{limitMegabytes}} MB). Split it or scan again at 200 dpi.',
  'file-not-a-picture': 'This is not a picture or PDF. Choose a JPEG, PNG, TIFF or PDF.',
  'picture-kind-unsupported': 'This kind of picture is not accepted. Save it as JPEG, PNG, TIFF or PDF.',
  'file-cut-off': 'The file is cut off. Copy it again or scan the paper.',
  'file-damaged': 'The file is damaged. Copy it again or scan the paper.',
  'file-not-readable': 'The file {{name}} cannot be read. Check that it is there and try again.',
  'page-too-many-pixels': 'The picture is too large to open safely. Scan the paper again at 200 or 300 dpi.',
  'page-too-small': 'The picture is too small to read. Scan it or photograph it closer.',
  'file-too-many-pages': 'The file has too many pages. Split it and choose again.',
  'pdf-encrypted': 'This PDF has a password. Have it unlocked, or print and scan it.',
  'pdf-damaged': 'The PDF is damaged. Ask for it again or scan the paper.',
  'pdf-page-hung': 'A page of the PDF took too long. Print that page and scan it.',
  'pdf-too-heavy': 'The PDF is too heavy. Print and scan it, or ask for a lighter file.',
  'file-reader-crashed':
    'This file brought down the program that opens files, so it was not taken. Print and scan it, or ask for another file.',
  'file-reader-hung':
    'This file took too long to open and was stopped. Print and scan it, or ask for another file.',
  'import-unanswered':
    'The file did not reach the store (was the USB stick pulled?). Plug it in and choose again.',
  'page-missing': 'The page is not in the store. Scan it again; call support if the dossier was received.',
  'page-damaged': 'The page in the store is damaged. Scan it again and call support.',
  'hot-folder-missing':
    'The scan folder cannot be opened. Check the path, the network or the USB stick, then try again.',
  'hot-folder-not-writable':
    'The scan folder cannot be written to (full, or no rights). Choose another folder or ask support for access.',
  'hot-folder-file-busy':
    'The scanner’s program still holds this file. Wait until it has finished, then take it again; it stays in the folder.',
  'hot-folder-file-gone': 'The file is no longer in the scan folder: another desk took it, or it was moved.',
  'scan-already-running': 'A scan is running. Wait, or press Stop scanning.',
  'scan-cancelled': 'Scanning stopped. Pages scanned before are kept.',
  'scanner-jammed': 'Paper jam. Open the cover, clear it, put back the pages not yet scanned and press F7.',
  'scanner-cover-open': 'The scanner cover is open. Close it and press F7.',
  'scanner-empty': 'The feeder is empty. Put paper in, or choose the flatbed.',
  'scanner-no-feeder': 'This scanner has no feeder. Choose the flatbed.',
  'scanner-no-duplex': 'This scanner cannot scan both sides. Choose the feeder, 1 side.',
  'scanner-sheet-fault':
    'The feeder could not take a sheet (two at once, too short, or not gripped). Straighten the stack.',
  'scanner-driver-ended':
    'The scanning program ended suddenly; pages scanned before are kept. You can go on at once.',
  'scanner-answer-garbled': 'The scanner answered wrongly or in part. Switch it off and on, then go on.',
  'scanner-certificate-changed':
    'The scanner at {{scanner}} shows another certificate than before, so no paper is sent that way. If it was replaced or reset, forget its address and add it again; else call support.',
  'scanner-address-bad': 'That is no address. Type an IP (like 192.168.1.50) or the name of the scanner.',
  'scanner-not-at-address':
    "No scanner at {{address}}. Check the IP on the scanner's panel and the network cable.",
  'scanner-busy': 'The scanner is busy. Wait a few seconds and press F7.',
  'scanner-gone': 'The scanner is gone. Check cable and power, then look for scanners again.',
  'scanner-hung': 'The scanner does not answer. Switch it off and on, then press F7.',
  'scanner-access-denied': 'This account may not use the scanner. Call support.',
  'scanner-missing-program':
    'The scanning program (SANE) is not installed. Call support; meanwhile choose files.',
  'scanner-failed': 'The scan failed. Try again; if it stays, restart the scanner.',
  'reading-picture-failed': 'The picture could not be prepared for reading. Look at it and type the fields.',
  'reading-engine-failed': 'The reader does not start. Type the fields and call support.',
  'reading-timed-out': 'Reading this page took too long. Look at it and type the fields.',
  'reading-crashed': 'This page could not be read. Look at it and type the fields.',
  'reading-cancelled': 'Reading was stopped. Open the page again to go on.',
  'card-qr-empty': 'No card text. Scan the QR on the card again.',
  'card-qr-not-a-card': 'That is not the code of an ID card. Scan the QR on the card, or type.',
  'card-qr-garbled':
    'The letters from the card are garbled. Turn the Vietnamese typing program off and scan again.',
  'card-qr-bad-id': 'The ID number in the QR is not 12 digits. Scan again or type from the card.',
  'card-qr-bad-date': 'The birth date in the QR is wrong ({{text}}). Scan again or type from the card.',
  'card-qr-bad-sex': 'The sex in the QR is unclear ({{text}}). Scan again or type from the card.',
  'page-not-measured':
    'The quality of this picture could not be measured. Open the page again in a few minutes.',
  'native-engine-failed':
    'The reader installed on this PC does not run. The desk reads with its own; nothing needs doing.',
};

import type { failuresPaperOut as vi } from '../vi/failures-paper-out.ts';

export const failuresPaperOut: typeof vi = {
  'document-font-missing': 'A font for the paper is missing. Call support; the dossier is safe, print later.',
  'document-maker-hung': 'Making the paper took too long. Try again; the dossier is safe.',
  'document-not-made':
    'The paper could not be made. The dossier is safe; call support, print later from Dossiers.',
  'document-not-opened': 'The PDF could not be opened. Save it and open it with another program.',
  'document-not-saved': 'The file was not saved. Choose another folder or check the USB stick.',
  'no-printer': 'No printer found. Switch it on, check the cable and print again.',
  'paper-still-reading':
    '{{pages}} {{pages, noun(one: page of this paper is; more: pages of this paper are)}} still being read. Wait until {{pages, noun(one: it is; more: they are)}}, then press again.',
  'paper-without-pages': 'There is no page to make a PDF from. Scan this paper or choose its file first.',
  'printer-hung':
    'The printer does not answer. Check whether paper came out; if not, restart it and print again.',
  'printer-refused': 'The printer refused. Check paper and ink, then print again.',
  'printing-not-installed':
    'This machine cannot print from here (Windows, or CUPS is not installed). Save the PDF, open and print it; call support to set printing up.',
};

import { failures as english } from '../../src/renderer/text/en/failures.ts';
import { failures as vietnamese } from '../../src/renderer/text/vi/failures.ts';
import { LOW_CONFIDENCE } from '../../src/shared/domain/reading/candidate.ts';
import type { Archived, Outcome, PageOutcome } from './outcome.ts';

/** One JSON object a page, on one line. */
export const jsonLine = ({ blank: _, ...page }: PageOutcome): string => `${JSON.stringify(page)}\n`;

/** For people: what was found first, then the text. */
export function readableText(page: PageOutcome): string {
  const turned = page.rotationDegrees === 0 ? '' : `, turned ${page.rotationDegrees}°`;
  const sure = Math.round(page.meanConfidence * 100);
  const head = `== ${page.file}, page ${page.page} (${page.blank ? 'blank' : `${sure} % sure`}${turned}, ${page.seconds.toFixed(1)} s)`;
  const codes = page.codes.map(({ symbology, text }) => `   ${symbology.padEnd(16)} ${text}`);
  const fields = page.fields.map(
    ({ name, value, confidence }) =>
      `   ${name.padEnd(16)} ${value}${confidence < LOW_CONFIDENCE ? `   (? ${Math.round(confidence * 100)} %)` : ''}`,
  );
  return `${[head, ...codes, ...fields, ...(page.blank ? [] : ['', page.text]), ''].join('\n')}\n`;
}

/** `FILE, page 2: câu tiếng Việt / English sentence`. */
export function failureText({ file, page, failure }: Extract<Outcome, { failure: unknown }>): string {
  return `${page === null ? file : `${file}, page ${page}`}: ${sentences(failure)}\n`;
}

/** Goes to standard error: standard output is the pages' alone. */
export const archivedText = (archived: Archived, pdf: string): string =>
  'failure' in archived
    ? `${pdf}: ${sentences(archived.failure)}\n`
    : `${archived.path}: ${archived.pages} ${archived.pages === 1 ? 'page' : 'pages'}\n`;

function sentences(failure: Extract<Outcome, { failure: unknown }>['failure']): string {
  const say = (texts: Readonly<Record<string, string>>): string =>
    (texts[failure.code] ?? failure.code).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(failure.facts?.[name] ?? ''),
    );
  return `${say(vietnamese)} / ${say(english)}`;
}

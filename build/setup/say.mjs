// All on standard error: standard output belongs to the command that follows, e.g. to the JSON of `npm run read`.

/** Where the programs that set things up write: both outs on standard error. */
export const TOLD_ASIDE = ['inherit', 2, 2];

/** One line per step: what is being done, or what is already there. */
export const say = (text) => console.error(`• ${text}`);

/** Stops with a sentence that says what to do. */
export function stop(text) {
  console.error(`✘ ${text}`);
  process.exit(1);
}

/** A framed notice that cannot be overlooked. */
export function frame(lines) {
  // Letters with Vietnamese marks must count as one.
  const texts = lines.map((line) => line.normalize('NFC'));
  const width = Math.max(...texts.map((line) => line.length));
  const rule = '═'.repeat(width + 2);
  const rows = texts.map((line) => `║ ${line.padEnd(width)} ║`);
  console.error(['', `╔${rule}╗`, ...rows, `╚${rule}╝`, ''].join('\n'));
}

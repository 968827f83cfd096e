/** One line per step: what is being done, or what is already there. */
export const say = (text) => console.log(`• ${text}`);

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
  console.log(['', `╔${rule}╗`, ...rows, `╚${rule}╝`, ''].join('\n'));
}

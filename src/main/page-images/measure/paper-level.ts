/** Brightness of the paper: half of the pixels are darker, for a page is mostly paper. */
export function paperLevel(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let [level, seen] = [0, counts[0] ?? 0];
  while (level < 255 && seen < pixels.length / 2) seen += counts[++level] ?? 0;
  return level;
}

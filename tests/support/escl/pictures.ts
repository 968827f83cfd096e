import sharp from 'sharp';

/** Pages that can be told apart: each of its own grey, with its number's count of bars; JPEG as scanners send it. */
export function pagePictures(
  count: number,
  { dpi = 200, width = 1654, height = 2339 } = {},
): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const bars = Array.from(
        { length: at + 1 },
        (_, bar) => `<rect x="${100 + bar * 120}" y="200" width="60" height="900" fill="#222"/>`,
      ).join('');
      const shade = 250 - at * 12;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="rgb(${shade},${shade},${shade - 10})"/>${bars}</svg>`;
      return await sharp(Buffer.from(svg)).withDensity(dpi).jpeg({ quality: 85 }).toBuffer();
    }),
  );
}

/** Images made lately, the oldest-used dropped when together they grow over `mostBytes`. */
export function createRecentImages(mostBytes: number): {
  readonly find: (key: string) => Buffer | undefined;
  readonly keep: (key: string, image: Buffer) => void;
} {
  const images = new Map<string, Buffer>();
  let bytes = 0;
  return {
    find: (key) => {
      const image = images.get(key);
      if (image === undefined) return undefined;
      images.delete(key);
      images.set(key, image);
      return image;
    },
    keep: (key, image) => {
      bytes += image.length - (images.get(key)?.length ?? 0);
      images.delete(key);
      images.set(key, image);
      for (const [oldest, dropped] of images) {
        if (bytes <= mostBytes) break;
        images.delete(oldest);
        bytes -= dropped.length;
      }
    },
  };
}

/** What stands behind an await and around a loop, by the process's own way of passing a point. */
export function passing(point: (name: string) => void) {
  return {
    chaosDone: <T>(name: string, value: T): T => {
      point(name);
      return value;
    },
    chaosEach: async function* <T>(
      name: string,
      source: AsyncIterable<T> | Iterable<T | Promise<T>>,
    ): AsyncGenerator<Awaited<T>> {
      for await (const each of source) {
        point(name);
        yield each;
      }
    },
  };
}

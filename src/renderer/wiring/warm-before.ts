import type { PageReader } from '../ports/page-reader.ts';

/** Pages are about to come: the reader starts what takes time while they are still on their way. */
export const warmBefore =
  <Given extends readonly unknown[], Answer>(
    reader: Pick<PageReader, 'warm'>,
    action: (...given: Given) => Answer,
  ) =>
  (...given: Given): Answer => {
    reader.warm();
    return action(...given);
  };

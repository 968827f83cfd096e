/** Where a point stands before and after every await: commit, print, send, acknowledge, and what they write with. */
const POINTED: readonly RegExp[] = [
  /^src\/main\/journal\//,
  /^src\/main\/disk\/durable-writes\.ts$/,
  /^src\/main\/page-store\//,
  /^src\/main\/sealed-files\//,
  /^src\/main\/printing\//,
  /^src\/main\/city\//,
  /^src\/main\/backup\//,
  /^src\/main\/bridge\/(?:fact-keeper|make-document|draft-keeper|line-parts|officer-session)\.ts$/,
  /^src\/renderer\/(?:actions|storage|sync)\//,
];

export const isPointed = (file: string): boolean => POINTED.some((pattern) => pattern.test(file));

/** Kind and place of a defect without its message: that may quote what was to be printed. */
export function placeOf(defect: unknown): string {
  if (!(defect instanceof Error)) return typeof defect;
  const frames = (defect.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [defect.name, ...frames].join('\n');
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { exchange } from '../chaos/chaos-build/chaos-plugin.ts';
import { insertPoints } from '../chaos/chaos-build/insert-points.ts';
import { SWITCHES } from '../chaos/chaos-build/switches.ts';
import { findEveryPoint } from '../chaos/crash-points/every-point.ts';

const home = resolve(import.meta.dirname, '../..');

it('every await gets a point before and behind it, and no line moves', () => {
  const source = [
    'async function f(a: { readonly g: () => Promise<number> }) {',
    '  for await (const x of many() as never) use(x);',
    '  return (await a.g()) + (await h(await a.g()));',
    '}',
  ].join('\n');
  const { code, points } = insertPoints('src/x.ts', source);
  expect(points).toEqual([
    'src/x.ts:2 many()asnever',
    'src/x.ts:3 a.g',
    'src/x.ts:3 a.g done',
    'src/x.ts:3 h',
    'src/x.ts:3 h done',
    'src/x.ts:3 a.g (2)',
    'src/x.ts:3 a.g (2) done',
  ]);
  expect(parseSync('x.ts', code).errors).toEqual([]);
  expect(code.split('\n')).toHaveLength(4);
  expect(code.split('\n')[2]).toBe(
    '  return (chaosDone("src/x.ts:3 a.g done", await (chaosPoint("src/x.ts:3 a.g"), a.g()))) + ' +
      '(chaosDone("src/x.ts:3 h done", await (chaosPoint("src/x.ts:3 h"), ' +
      'h(chaosDone("src/x.ts:3 a.g (2) done", await (chaosPoint("src/x.ts:3 a.g (2)"), a.g()))))));',
  );
});

it('the chaos build still knows the product: every switch finds its piece, every point has a name of its own', () => {
  for (const { file, put } of SWITCHES)
    expect(exchange(file, readFileSync(resolve(home, file), 'utf8')), file).toContain(put);
  const points = findEveryPoint();
  expect(new Set(points).size).toBe(points.length);
  expect(points.length).toBeGreaterThan(300);
});

it('a piece that is no longer there stops the build', () => {
  expect(() => exchange('src/main/journal/journal.ts', 'const nothing = 1;')).toThrow('has to follow');
});

import { resolve } from 'node:path';
import { MainConfigFactory, PreloadConfigFactory, RendererConfigFactory } from 'electron-vite';
import { build } from 'vite';
import desk from '../../../electron.vite.config.ts';
import { chaosPlugin } from './chaos-plugin.ts';

const home = resolve(import.meta.dirname, '../../..');
const out = (part: string): string => resolve(home, 'out/chaos-desk/out', part);
// The product's own configuration is a plain object; anything else would have to be told here.
if (typeof desk === 'function' || desk instanceof Promise)
  throw new Error('the desk has another configuration');
const { main = {}, preload = {}, renderer = {} } = desk;
const inline = { configFile: false, mode: 'production', logLevel: 'warn' } as const;
process.env.NODE_ENV_ELECTRON_VITE = 'production';
process.env.NODE_ENV = 'production';

/** The product's own build with points and switches in it, into a folder of its own. */
const parts = [
  new MainConfigFactory(
    {
      ...main,
      plugins: [chaosPlugin(home, 'point-in-main'), ...(main.plugins ?? [])],
      build: { ...main.build, outDir: out('main'), minify: false },
    },
    inline,
    {},
  ),
  new PreloadConfigFactory({ ...preload, build: { ...preload.build, outDir: out('preload') } }, inline, {}),
  new RendererConfigFactory(
    {
      ...renderer,
      plugins: [chaosPlugin(home, 'point-in-window'), ...(renderer.plugins ?? [])],
      build: { ...renderer.build, outDir: out('renderer'), minify: false },
    },
    inline,
    {},
  ),
];
for (const part of parts) await build(await part.build());

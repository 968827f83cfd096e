import { createEmitter, extend, withGaps } from '../not-implemented.ts';
import { openWindows } from './windows.ts';

type Source = 'system' | 'light' | 'dark';

const events = createEmitter('nativeTheme', ['updated']);
let source: Source = 'system';

export const nativeTheme = withGaps(
  'nativeTheme',
  extend(events, {
    get themeSource(): Source {
      return source;
    },
    set themeSource(wanted: Source) {
      source = wanted;
      const features = wanted === 'system' ? [] : [{ name: 'prefers-color-scheme', value: wanted }];
      for (const { owned } of openWindows()) {
        // A window that closes meanwhile needs no theme.
        owned.arrivedPage
          .then((page) => page.send('Emulation.setEmulatedMedia', { features }))
          .catch(() => undefined);
      }
      events.emit('updated');
    },
    get shouldUseDarkColors(): boolean {
      return source === 'dark';
    },
  }),
);

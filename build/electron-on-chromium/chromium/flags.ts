import { environment } from '../environment.ts';

const ALWAYS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--disable-popup-blocking',
  '--password-store=basic',
  '--use-mock-keychain',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=Translate,TranslateUI,MediaRouter,OptimizationHints',
] as const;

/** Chromium's command line. `extra` are switches of the application and of a test tool. */
export function chromiumFlags(place: {
  readonly profile: string;
  readonly port: number;
  readonly extra: readonly string[];
}): readonly string[] {
  const flags = [
    ...ALWAYS,
    // Chromium refuses to start its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(environment.headless ? ['--headless=new'] : ['--silent-launch']),
    '--no-startup-window',
    '--remote-debugging-pipe',
    `--user-data-dir=${place.profile}`,
    `--host-resolver-rules=MAP *.localhost 127.0.0.1:${place.port}`,
    ...place.extra.filter((flag) => !flag.startsWith('--headless') && !flag.startsWith('--user-data-dir')),
    ...environment.chromiumArguments,
  ];
  return [...new Set(joinLists(joinLists(flags, '--disable-features='), '--enable-features='))];
}

/** Chromium lets the last of two lists win; ours and a test tool's must both count. */
function joinLists(flags: readonly string[], name: string): readonly string[] {
  const lists = flags.filter((flag) => flag.startsWith(name)).map((flag) => flag.slice(name.length));
  const others = flags.filter((flag) => !flag.startsWith(name));
  return lists.length === 0 ? others : [...others, `${name}${lists.filter(Boolean).join(',')}`];
}

/** What the stand-in takes from the environment (all optional; see README.md). */
const env = process.env;

const words = (text: string | undefined): readonly string[] => (text ?? '').split(' ').filter(Boolean);

export const environment = {
  /** No window on a screen: when there is no display, or when asked. */
  headless: env.STANDIN_HEADLESS ? env.STANDIN_HEADLESS !== '0' : !env.DISPLAY && !env.WAYLAND_DISPLAY,
  chromiumPath: env.STANDIN_CHROMIUM ?? '/usr/bin/chromium',
  chromiumArguments: words(env.STANDIN_CHROMIUM_ARGS),
  noKeyring: env.STANDIN_NO_KEYRING === '1',
  dialogAnswers: env.STANDIN_DIALOGS,
  dialogAnswersFile: env.STANDIN_DIALOGS_FILE,
  shellLogFile: env.STANDIN_SHELL_LOG,
  printFolder: env.STANDIN_PRINT_DIR,
  debug: env.STANDIN_DEBUG === '1',
} as const;

/** A line on stderr with STANDIN_DEBUG=1, silence otherwise. */
export const debugLine = (...facts: readonly unknown[]): void => {
  if (environment.debug) console.error(`[stand-in +${Math.round(performance.now())} ms]`, ...facts);
};

import { withGaps } from '../not-implemented.ts';

let switches: readonly string[] = [];

const all = (): readonly string[] => [...switches, ...process.argv];

/** Switches for Chromium: those of the application, and those of the command line that Chromium understands. */
export const commandLineSwitches = (): readonly string[] => switches;

export const commandLine = withGaps('app.commandLine', {
  appendSwitch(name: string, value?: string): void {
    switches = [...switches, value ? `--${name}=${value}` : `--${name}`];
  },
  hasSwitch: (name: string): boolean =>
    all().some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  getSwitchValue: (name: string): string =>
    all()
      .find((word) => word.startsWith(`--${name}=`))
      ?.slice(name.length + 3) ?? '',
});

import type { UtilityProcess, utilityProcess } from 'electron';

/** A process of a driver: says and hears plain objects. Every run ends with one `onExit`. */
export type DriverProcess<To, From> = {
  readonly send: (message: To) => void;
  /** Ends it at once. */
  readonly kill: () => void;
  readonly pid: number | undefined;
  readonly onMessage: (hear: (message: From) => void) => void;
  readonly onExit: (hear: () => void) => void;
};

/** Starts one of them. `modulePath`: the program as it was built, or its source. */
export function startDriverProcess<To, From>(
  electron: Pick<typeof utilityProcess, 'fork'>,
  modulePath: string,
  serviceName: string,
): DriverProcess<To, From> {
  const child: UtilityProcess = electron.fork(modulePath, [], { serviceName, stdio: 'inherit' });
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    kill: () => {
      // SIGTERM is enough for most; a process in an endless loop does not hear it.
      const { pid } = child;
      child.kill();
      if (pid !== undefined) killHard(pid);
    },
    onMessage: (hear) => child.on('message', hear),
    onExit: (hear) => child.once('exit', hear),
  };
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    // gone in between
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

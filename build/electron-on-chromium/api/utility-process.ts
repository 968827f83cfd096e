import { fork } from 'node:child_process';
import type { ForkOptions } from 'electron';
import { createEmitter, extend, notImplemented, withGaps } from '../not-implemented.ts';

const PARENT_PORT = new URL('../utility/parent-port.ts', import.meta.url).href;

/** A Node process of its own; its script finds `process.parentPort`. MessagePorts cannot be handed over. */
export const utilityProcess = withGaps('utilityProcess', {
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) {
    const { env, execArgv = [], cwd, stdio = 'inherit', serviceName: _name, ...others } = options;
    for (const name of Object.keys(others)) notImplemented(`utilityProcess.fork option ${name}`);
    const [out = 'inherit', err = 'inherit'] = typeof stdio === 'string' ? [stdio, stdio] : stdio.slice(-2);
    const child = fork(modulePath, args, {
      // typed by Electron with words that Node has too
      env: (env ?? process.env) as NodeJS.ProcessEnv,
      ...(cwd === undefined ? {} : { cwd }),
      execArgv: ['--import', PARENT_PORT, ...execArgv],
      stdio: ['ignore', out as 'inherit', err as 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const events = createEmitter('UtilityProcess', ['spawn', 'exit', 'message']);
    let running = true;
    const exit = (code: number): void => {
      if (!running) return;
      running = false;
      events.emit('exit', code);
    };
    child.on('spawn', () => events.emit('spawn'));
    child.on('message', (message) => events.emit('message', message));
    // Electron gives the signal's number to who was killed; 1 is as little a success.
    child.on('exit', (code) => exit(code ?? 1));
    child.on('error', () => exit(1));
    return withGaps(
      'UtilityProcess',
      extend(events, {
        get pid(): number | undefined {
          return running ? child.pid : undefined;
        },
        stdout: child.stdout,
        stderr: child.stderr,
        kill: (): boolean => running && child.kill(),
        postMessage(message: unknown, ports: readonly unknown[] = []): void {
          if (ports.length > 0) notImplemented('UtilityProcess.postMessage with ports');
          // A process that is ending takes nothing more, here as there.
          if (running && child.connected) child.send(message as object, () => {});
        },
      }),
    );
  },
});

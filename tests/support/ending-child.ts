import type { ChildProcess } from 'node:child_process';

/** Kills a process as the kernel does when the power goes, and waits until it is gone. */
export async function killChild(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await new Promise((gone) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', gone) : gone(null),
  );
}

import { spawn } from 'node:child_process';

export type ProgramEnd =
  | { readonly outcome: 'ended'; readonly exitCode: number; readonly output: string }
  | { readonly outcome: 'not-installed' }
  | { readonly outcome: 'hung' };

/**
 * Runs a program to its end with `input` on its standard input; killed after `timeoutMs`. No shell is involved.
 * Output is what it said on standard output, in the C locale.
 */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  options: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly timeoutMs: number;
    readonly input?: Uint8Array;
  },
): Promise<ProgramEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      env: { ...options.environment, LC_ALL: 'C.UTF-8' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let hung = false;
    let output = '';
    const watchdog = setTimeout(() => {
      hung = true;
      child.kill('SIGKILL');
      // A grandchild may still hold the pipe open; the caller must not wait for it.
      child.stdout.destroy();
    }, options.timeoutMs);

    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (defect: NodeJS.ErrnoException) => {
      clearTimeout(watchdog);
      if (defect.code === 'ENOENT') resolve({ outcome: 'not-installed' });
      else reject(defect);
    });
    child.on('close', (exitCode) => {
      clearTimeout(watchdog);
      resolve(hung ? { outcome: 'hung' } : { outcome: 'ended', exitCode: exitCode ?? 1, output });
    });
    // A program that ends without reading all of its input breaks the pipe; its exit code tells why.
    child.stdin.on('error', (defect: NodeJS.ErrnoException) => {
      if (defect.code !== 'EPIPE' && defect.code !== 'ECONNRESET') child.kill('SIGKILL');
    });
    child.stdin.end(options.input);
  });
}

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, isAbsolute, join } from 'node:path';
import type { MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { environment } from '../environment.ts';
import { withGaps } from '../not-implemented.ts';
import { app } from './app.ts';

type Answers = Readonly<Partial<Record<'open' | 'save' | 'message', unknown>>>;

const ZENITY = '/usr/bin/zenity';

/** Answers prepared by a test; the file is read at each dialog, so a test can change it. */
function preparedAnswer(kind: keyof Answers): unknown {
  const { dialogAnswers, dialogAnswersFile } = environment;
  const text =
    dialogAnswersFile && existsSync(dialogAnswersFile) ? readFileSync(dialogAnswersFile, 'utf8') : '';
  return (JSON.parse(text || dialogAnswers || '{}') as Answers)[kind];
}

/** Electron's dialogs take the parent window as an optional first argument. */
const optionsOf = <Options>(args: readonly unknown[]): Options => (args.at(-1) ?? {}) as Options;

const canAskPerson = (): boolean => !environment.headless && existsSync(ZENITY);

/** Asks with zenity; undefined when the person cancelled. */
function askPerson(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(ZENITY, args, (error, stdout) => resolve(error ? undefined : stdout.trim()));
  });
}

export const dialog = withGaps('dialog', {
  async showOpenDialog(...args: unknown[]): Promise<unknown> {
    const prepared = preparedAnswer('open');
    if (prepared) return prepared;
    const { title = '', properties = [] } = optionsOf<OpenDialogOptions>(args);
    if (!canAskPerson()) return { canceled: true, filePaths: [] };
    const chosen = await askPerson([
      '--file-selection',
      `--title=${title}`,
      ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ]);
    return { canceled: !chosen, filePaths: chosen?.split('\n') ?? [] };
  },
  async showSaveDialog(...args: unknown[]): Promise<unknown> {
    const prepared = preparedAnswer('save');
    if (prepared) return prepared;
    const { title = '', defaultPath = '' } = optionsOf<SaveDialogOptions>(args);
    if (!canAskPerson()) return { canceled: true, filePath: '' };
    const proposal = isAbsolute(defaultPath) ? defaultPath : join(app.getPath('home'), basename(defaultPath));
    const flags = ['--file-selection', '--save', `--title=${title}`, `--filename=${proposal}`];
    const chosen = await askPerson(flags);
    if (!chosen) return { canceled: true, filePath: '' };
    return { canceled: false, filePath: extname(chosen) ? chosen : chosen + extname(defaultPath) };
  },
  async showMessageBox(...args: unknown[]): Promise<unknown> {
    const prepared = preparedAnswer('message');
    if (prepared) return prepared;
    const { message, detail, cancelId, defaultId } = optionsOf<MessageBoxOptions>(args);
    const response = cancelId ?? defaultId ?? 0;
    console.error(`(stand-in) message box, answered ${response}: ${message} ${detail ?? ''}`);
    return { response, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`(stand-in) error box: ${title}: ${content}`);
    if (canAskPerson()) void askPerson(['--error', `--title=${title}`, `--text=${content}`, '--no-markup']);
  },
});

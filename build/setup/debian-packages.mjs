import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { systemEnvironment } from './home.mjs';
import { say, stop } from './say.mjs';

/**
 * Every Debian package that the project uses, by a file that tells whether it is there.
 * `for`: what needs it. `shell`: only with that shell. `needed`: nothing works without it.
 */
const PACKAGES = [
  { name: 'chromium', file: '/usr/bin/chromium', for: ['start'], shell: 'stand-in', needed: true },
  { name: 'chromium', file: '/usr/bin/chromium', for: ['test'], needed: true },
  // Chromium's own sandbox; as root it runs without.
  ...(process.getuid?.() === 0
    ? []
    : [
        {
          name: 'chromium-sandbox',
          file: '/usr/lib/chromium/chrome-sandbox',
          for: ['start', 'test'],
          shell: 'stand-in',
        },
      ]),
  {
    name: 'libgtk-3-0',
    file: '/usr/lib/x86_64-linux-gnu/libgtk-3.so.0',
    for: ['start', 'test'],
    shell: 'electron',
  },
  {
    name: 'libnss3',
    file: '/usr/lib/x86_64-linux-gnu/libnss3.so',
    for: ['start', 'test'],
    shell: 'electron',
  },
  {
    name: 'libgbm1',
    file: '/usr/lib/x86_64-linux-gnu/libgbm.so.1',
    for: ['start', 'test'],
    shell: 'electron',
  },
  {
    name: 'libasound2',
    file: '/usr/lib/x86_64-linux-gnu/libasound.so.2',
    for: ['start', 'test'],
    shell: 'electron',
  },
  // Electron itself needs a screen, also for the demo.
  { name: 'xvfb', file: '/usr/bin/xvfb-run', for: ['start', 'test'], shell: 'electron' },
  // scanimage: scanners, and its test scanner.
  { name: 'sane-utils', file: '/usr/bin/scanimage', for: ['start', 'test'] },
  // lp, lpstat: printers.
  { name: 'cups-client', file: '/usr/bin/lp', for: ['start', 'test'] },
  // A private print server for the tests of printing.
  { name: 'cups', file: '/usr/sbin/cupsd', for: ['test'] },
  // Other programs look at the PDFs that the desk makes: text, fonts, structure, codes.
  { name: 'poppler-utils', file: '/usr/bin/pdftotext', for: ['test'] },
  { name: 'qpdf', file: '/usr/bin/qpdf', for: ['test'] },
  { name: 'zbar-tools', file: '/usr/bin/zbarimg', for: ['test'] },
  // What papers are drawn with that tests and benches read; without it a wider font stands in.
  {
    name: 'fonts-liberation2',
    file: '/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf',
    for: ['test'],
  },
  // Strangers to hold ours against: a client of eSCL, an engine on the PC, a judge of PDF/A-1b.
  { name: 'sane-airscan', file: '/usr/lib/x86_64-linux-gnu/sane/libsane-airscan.so.1', for: ['test'] },
  { name: 'tesseract-ocr', file: '/usr/bin/tesseract', for: ['test'] },
  { name: 'default-jre-headless', file: '/usr/bin/java', for: ['test'] },
  { name: 'libpdfbox2-java', file: '/usr/share/java/preflight.jar', for: ['test'] },
  { name: 'libcommons-io-java', file: '/usr/share/java/commons-io.jar', for: ['test'] },
  { name: 'libactivation-java', file: '/usr/share/java/javax.activation.jar', for: ['test'] },
  { name: 'libjaxb-api-java', file: '/usr/share/java/jaxb-api.jar', for: ['test'] },
  // The city's database, and power cuts on a disk of its own.
  { name: 'postgresql', file: '/usr/lib/postgresql', for: ['test'] },
  { name: 'e2fsprogs', file: '/usr/sbin/mkfs.ext4', for: ['test'] },
  // What sending pages is measured beside.
  { name: 'curl', file: '/usr/bin/curl', for: ['bench'] },
  // What the archival PDF is measured beside.
  { name: 'ocrmypdf', file: '/usr/bin/ocrmypdf', for: ['bench'] },
  { name: 'img2pdf', file: '/usr/bin/img2pdf', for: ['bench'] },
  { name: 'tesseract-ocr-vie', file: '/usr/share/tesseract-ocr/5/tessdata/vie.traineddata', for: ['bench'] },
  // A headed window of the stand-in is tested on a virtual screen.
  { name: 'xvfb', file: '/usr/bin/Xvfb', for: ['test'] },
];

/** Installs what is missing, where it may; otherwise says what to install, and stops when nothing works without. */
export function installDebianPackages({ purpose, shell }) {
  if (process.platform !== 'linux') return;
  // A bench needs what tests need, and its peers.
  const purposes = purpose === 'bench' ? ['test', 'bench'] : [purpose];
  const wanted = PACKAGES.filter(
    (entry) => entry.for.some((each) => purposes.includes(each)) && (entry.shell ?? shell) === shell,
  );
  const isMissing = ({ file }) => !existsSync(file);
  const names = [...new Set(wanted.filter(isMissing).map(({ name }) => name))];
  if (names.length === 0) return;
  const runner = findRunner();
  if (runner) {
    say(`Installing Debian packages: ${names.join(', ')}…`);
    const run = (...args) =>
      spawnSync(runner[0], [...runner.slice(1), ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...systemEnvironment, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    const install = (...list) => run('install', '-y', '-q', '--no-install-recommends', ...list);
    // The lists of a fresh machine are empty or old; where they are not, an update only costs time.
    if (!install(...names)) {
      run('update', '-q');
      // One name that this release does not know must not keep the others out; some have a new name there.
      for (const name of names) if (!install(name)) install(`${name}t64`);
    }
  }
  const missing = wanted.filter(isMissing);
  if (missing.length === 0) return;
  const advice = `Please run: sudo apt-get install ${[...new Set(missing.map(({ name }) => name))].join(' ')}`;
  if (missing.some(({ needed }) => needed)) stop(`Missing, and nothing works without. ${advice}`);
  say(`Not there, so some things will not work here. ${advice}`);
}

/** apt-get as root, or by a sudo that asks no password. */
function findRunner() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid() === 0) return ['apt-get'];
  const mayAct = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayAct ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : undefined;
}

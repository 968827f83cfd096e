// Opens the older program's own built window on a made profile, so that its working copy (IndexedDB) lies there too.
//   node tests/chaos/upgrade/open-previous-window.ts --app CHECKOUT --profile FOLDER --passphrase WORDS
import { parseArgs } from 'node:util';
import { openDesk } from '../../support/open-desk.ts';

const { values } = parseArgs({
  options: { app: { type: 'string' }, profile: { type: 'string' }, passphrase: { type: 'string' } },
});
const { app, profile, passphrase } = values;
if (app === undefined || profile === undefined || passphrase === undefined)
  throw new Error('--app, --profile and --passphrase are needed');
const desk = await openDesk({
  app,
  profile,
  // Nobody is there: the line stays dead.
  cityUrl: 'http://127.0.0.1:9',
  env: { STANDIN_NO_KEYRING: '1' },
});
try {
  await desk.page.getByLabel('Cụm mật khẩu', { exact: true }).fill(passphrase);
  await desk.page.getByRole('button', { name: 'Mở khóa quầy' }).click();
  // The copy is up to date before anybody can sign in.
  await desk.page.getByText('Nguyễn Thu Hà').first().waitFor({ timeout: 120_000 });
} finally {
  await desk.close();
}

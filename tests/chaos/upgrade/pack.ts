// node tests/chaos/upgrade/pack.ts FOLDER FILE: packs what make-profile.ts left in FOLDER (desk, made.json, city.json).
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packProfile } from './packed-profile.ts';

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('FOLDER and FILE are needed');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
await packProfile(folder, read('made.json'), read('city.json'), file);
console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);

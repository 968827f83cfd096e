// npm run bench -- read: letters read wrong, alone.
export { measureAccuracy as measure } from './digitise/accuracy.ts';

import { parentPort } from 'node:worker_threads';

/** Takes everything, answers nothing: what a hung thread looks like from outside. */
parentPort?.on('message', () => undefined);

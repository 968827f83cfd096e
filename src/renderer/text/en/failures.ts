import type { failures as vi } from '../vi/failures.ts';

export const failures: typeof vi = {};

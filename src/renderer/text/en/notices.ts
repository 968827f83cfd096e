import type { notices as vi } from '../vi/notices.ts';

export const notices: typeof vi = {};

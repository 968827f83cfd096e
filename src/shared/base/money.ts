import { z } from 'zod';

/** Whole đồng; there is no smaller unit and nothing is rounded (domain.md §9). */
export const AmountVnd = z.int().min(0).max(99_999_999_999).brand('AmountVnd');
export type AmountVnd = z.infer<typeof AmountVnd>;

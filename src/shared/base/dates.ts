import { z } from 'zod';

/** A day in Hà Nội, `yyyy-MM-dd`. Viet Nam has one zone, +07:00, and no summer time. */
export const LocalDate = z.iso.date().brand('LocalDate');
export type LocalDate = z.infer<typeof LocalDate>;

/** A moment, ISO 8601 in UTC with milliseconds, `2026-11-21T03:42:00.000Z`. Never used to order events. */
export const Instant = z.iso.datetime({ precision: 3 }).brand('Instant');
export type Instant = z.infer<typeof Instant>;

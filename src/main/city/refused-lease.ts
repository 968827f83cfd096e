import { z } from 'zod';
import { NumberLease } from '../../shared/domain/number-lease/number-lease.ts';

/** A block that the city lent and this desk never uses: why (`checkNewLease`), and when it came. */
export const RefusedLease = z.object({ lease: NumberLease, code: z.string(), at: z.string() });
export type RefusedLease = Readonly<z.infer<typeof RefusedLease>>;

import { z } from 'zod';

/** Body of every 4xx reply. `code` is kebab-case. */
export const CityRefusal = z.object({
  code: z.enum([
    'bad-request',
    'enrolment-code-unknown',
    'enrolment-code-used',
    'assertion-invalid',
    'assertion-replayed',
    'session-unknown',
    'not-your-desk',
    'desk-withdrawn',
    'page-name-invalid',
    'not-found',
    'too-large',
  ]),
});
export type CityRefusalCode = z.infer<typeof CityRefusal>['code'];

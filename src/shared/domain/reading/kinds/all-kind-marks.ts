import type { KindMarks } from './kind-marks.ts';
import { BUSINESS_MARKS } from './marks/business.ts';
import { CARD_MARKS } from './marks/cards.ts';
import { CIVIL_STATUS_MARKS } from './marks/civil-status.ts';
import { DECLARATION_MARKS } from './marks/declaration.ts';
import { HEALTH_NOTICE_MARKS } from './marks/health-notices.ts';
import { PROPERTY_MARKS } from './marks/property.ts';

/** In this order: of two that fit alike the first is taken. */
export const KIND_MARKS: readonly KindMarks[] = [
  ...DECLARATION_MARKS,
  ...CARD_MARKS,
  ...CIVIL_STATUS_MARKS,
  ...PROPERTY_MARKS,
  ...BUSINESS_MARKS,
  ...HEALTH_NOTICE_MARKS,
];

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconMinus,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react';

/** The only five things a colour may say (README.md). */
export type Meaning = 'done' | 'look' | 'wrong' | 'moving' | 'idle';

/** Colour never stands alone: each meaning has its own shape. */
export const meaningIcons: Readonly<Record<Meaning, TablerIcon>> = {
  done: IconCircleCheck,
  look: IconAlertTriangle,
  wrong: IconCircleX,
  moving: IconSend,
  idle: IconMinus,
};

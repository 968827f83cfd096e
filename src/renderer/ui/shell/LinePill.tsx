import {
  IconCloud,
  IconCloudCheck,
  IconCloudExclamation,
  IconCloudOff,
  IconCloudUp,
} from '@tabler/icons-react';
import { cityAnswers } from '../../../shared/contracts/bridge/line-states.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useText } from '../../text/use-text.ts';
import { StatePill } from '../StatePill.tsx';
import type { Meaning } from '../theme/meanings.ts';
import { lineWords } from './line-words.ts';
import { useNow } from './use-now.ts';
import { useRefusedCount } from './use-refused-count.ts';

const icons = {
  done: IconCloudCheck,
  moving: IconCloudUp,
  look: IconCloudExclamation,
  wrong: IconCloudExclamation,
  idle: IconCloud,
} satisfies Record<Meaning, unknown>;

/** The line, always in sight; opens the line screen. */
export function LinePill() {
  const t = useText();
  const line = useDeskView((view) => view.line);
  const goTo = useScreenState((state) => state.goTo);
  const now = useNow(20_000);
  const refused = useRefusedCount();
  if (line === null) return null;
  const { meaning, words } = lineWords(t, line, now, refused);
  // No crossed-out cloud where the city answers.
  const down = meaning === 'look' && !cityAnswers(line.state);
  return (
    <button
      type="button"
      className="top-line"
      aria-label={t('line.pillLabel', { state: words })}
      data-line={line.state}
      onClick={() => goTo({ name: 'line' })}
    >
      <StatePill meaning={meaning} icon={down ? IconCloudOff : icons[meaning]} title={words}>
        {words}
      </StatePill>
    </button>
  );
}

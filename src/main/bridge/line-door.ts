import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { Line } from '../city/line.ts';
import type { Answers } from './open-channels.ts';
import type { OpenDesk } from './open-desk.ts';

type WithDesk = <T>(
  work: (desk: OpenDesk) => Promise<Result<T, Failure>> | Result<T, Failure>,
) => Promise<Result<T, Failure>>;

type LineChannel = 'line:status' | 'line:try-now' | 'line:outbox' | 'line:limits' | 'line:change-limits';

/**
 * The line as the window's channels see it. Its limits are anybody's to see and a supervisor's to change:
 * `line-limits-supervisor`, `line-limits-not-kept`; before the enrolment all say `desk-not-enrolled`.
 */
export function createLineDoor(withDesk: WithDesk): Pick<Answers, LineChannel> {
  const withLine = <T>(work: (line: Line, desk: OpenDesk) => Promise<Result<T, Failure>>) =>
    withDesk<T>(async (desk) => {
      const line = desk.line();
      return line === null ? fail('desk-not-enrolled', 'officer-decides') : work(line, desk);
    });

  return {
    'line:status': () => withLine(async (line) => ok(line.status())),
    'line:try-now': () => withLine(async (line) => ok(await line.tryNow())),
    'line:outbox': () => withLine(async (line) => ok(line.outbox())),
    'line:limits': () => withLine(async (line) => ok(line.limits())),
    'line:change-limits': (limits) =>
      withLine(async (line, desk) => {
        if (desk.facts.state().signedIn?.role !== 'branch-supervisor')
          return fail('line-limits-supervisor', 'officer-decides');
        const kept = await line.changeLimits(limits).then(
          () => true,
          () => false,
        );
        return kept ? ok(line.limits()) : fail('line-limits-not-kept', 'retry-later');
      }),
  };
}

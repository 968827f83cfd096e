import { createEmitter, withGaps } from '../not-implemented.ts';

/**
 * A machine that sleeps stops every process and lets them go on. Whoever stops this one (SIGSTOP) and lets it go on
 * (SIGCONT) plays that; as on a machine that wakes, `resume` comes afterwards.
 */
const events = createEmitter('powerMonitor', ['suspend', 'resume', 'shutdown']);
process.on('SIGCONT', () => events.emit('resume'));

export const powerMonitor = withGaps('powerMonitor', events);

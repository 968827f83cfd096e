/** A lock: runs tasks one after another in the order they were called; a task that throws does not stop the next. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    // The thrower's own caller gets the error through `run`; the queue only needs to know that it is over.
    last = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  };
}

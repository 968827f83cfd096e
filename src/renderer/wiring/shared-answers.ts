import type { Observable, Subscription } from 'dexie';

type Kept<Answer> = {
  answer: { readonly is: Answer } | { readonly defect: unknown } | null;
  readonly hearers: Set<() => void>;
  subscription: Subscription | null;
};

/** Live answers by key, each asked once however many places show it. */
export type SharedAnswers<Answer> = {
  /** Tells of every change until the returned function is called. */
  readonly follow: (key: string, hear: () => void) => () => void;
  /** The same object until it changes; undefined while nobody follows it or it is still looked up. Throws its defect. */
  readonly now: (key: string) => Answer | undefined;
};

/**
 * A strip of two hundred pages asks three questions a page: each row would be fetched and held three times over.
 * An answer that nobody follows any more is let go of.
 * @param inTurn when the followers hear of an answer; at once when left out
 */
export function createSharedAnswers<Answer>(
  ask: (key: string) => Observable<Answer>,
  inTurn: (tell: () => void) => void = (tell) => tell(),
): SharedAnswers<Answer> {
  const kept = new Map<string, Kept<Answer>>();

  function begin(key: string): Kept<Answer> {
    const begun: Kept<Answer> = { answer: null, hearers: new Set(), subscription: null };
    const take = (answer: Kept<Answer>['answer']): void => {
      begun.answer = answer;
      inTurn(() => {
        for (const hear of [...begun.hearers]) hear();
      });
    };
    kept.set(key, begun);
    begun.subscription = ask(key).subscribe({
      next: (is) => take({ is }),
      error: (defect) => take({ defect }),
    });
    return begun;
  }

  return {
    follow: (key, hear) => {
      const followed = kept.get(key) ?? begin(key);
      followed.hearers.add(hear);
      return () => {
        followed.hearers.delete(hear);
        // Whoever asks for a page more lets go of all and takes them again within the same moment.
        setTimeout(() => {
          if (followed.hearers.size > 0 || kept.get(key) !== followed) return;
          kept.delete(key);
          followed.subscription?.unsubscribe();
        });
      };
    },
    now: (key) => {
      const answer = kept.get(key)?.answer ?? null;
      if (answer === null) return undefined;
      if ('defect' in answer) throw answer.defect;
      return answer.is;
    },
  };
}

export type LinkMessage = Readonly<Record<string, unknown>>;
export type SendAcross = (message: LinkMessage) => unknown;

/**
 * A synchronous call between the page's own JavaScript world and the preload's: events on `window`, whose
 * `detail` Blink clones structurally from one world into the other; the answer comes in a nested event.
 * Evaluated inside Chromium from its source text, like all of this folder.
 *
 * @param hear the event name at this end, known to the two worlds only
 */
export function makeWorldLink(
  hear: string,
  tell: string,
  answer: (message: LinkMessage) => unknown,
): SendAcross {
  const target = window;
  const Event = CustomEvent;
  let reply: { result: unknown } | undefined;
  target.addEventListener(hear, (event) => {
    event.stopImmediatePropagation();
    const { detail } = event as CustomEvent<{ result?: unknown; isReply?: boolean; message?: LinkMessage }>;
    if (detail.isReply) {
      reply = { result: detail.result };
      return;
    }
    const result = answer(detail.message ?? {});
    target.dispatchEvent(new Event(tell, { detail: { isReply: true, result } }));
  });
  return (message) => {
    reply = undefined;
    target.dispatchEvent(new Event(tell, { detail: { message } }));
    // The listener above has set it in between, which the compiler cannot see.
    const result = (reply as { result: unknown } | undefined)?.result;
    reply = undefined;
    return result;
  };
}

export type CancelableEvent = { defaultPrevented: boolean; preventDefault(): void };

/** An event object as Electron hands it to listeners: `preventDefault()` vetoes. */
export function cancelableEvent<T extends object>(facts?: T): CancelableEvent & T {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return Object.assign(event, facts);
}

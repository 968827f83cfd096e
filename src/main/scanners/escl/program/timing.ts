/** How long a network scanner may take, in milliseconds. */
export type EsclTiming = {
  /** For a description or its state; embedded servers take a second, over TLS two or three. */
  readonly askMs: number;
  /** Silence while a page is scanned and sent; a slow 600-dpi page takes 40 s. */
  readonly pageMs: number;
  /** From the first try until it takes a job: it may have to wake up and warm its lamp. */
  readonly readyMs: number;
  /** How long the first list waits for devices to announce themselves. */
  readonly announceMs: number;
};

export const ESCL_TIMING: EsclTiming = { askMs: 5000, pageMs: 60_000, readyMs: 30_000, announceMs: 1200 };

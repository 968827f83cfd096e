/** What the driver asks of the reference city beside the contract. */
export type CityOrder =
  | { readonly do: 'query'; readonly text: string; readonly values: readonly unknown[] }
  | { readonly do: 'set-clock'; readonly offsetMs: number }
  | { readonly do: 'publish' }
  /** Somebody at the city withdraws a dossier, or changes values of it; false when it knows no such dossier. */
  | { readonly do: 'withdraw'; readonly dossierId: string; readonly reason: string }
  | {
      readonly do: 'change';
      readonly dossierId: string;
      readonly changes: readonly { readonly field: string; readonly to: string }[];
    }
  | { readonly do: 'stop' };

export type CityAsked = { readonly id: number; readonly order: CityOrder };
/** `id` 0: it listens. */
export type CityAnswer = { readonly id: number; readonly value?: unknown; readonly defect?: string };

export type CityAddress = {
  readonly url: string;
  readonly publicKey: string;
  /** One-time enrolment codes by desk id. */
  readonly codes: Readonly<Record<string, string>>;
};

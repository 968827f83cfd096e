/** `rule` is one of I1…I7 (README.md of this folder), or `script` when a run found no way on. */
export type Violation = { readonly rule: string; readonly what: string };

/** A removable drive as the system names it. `path`: where it is mounted. */
export type Drive = { readonly path: string; readonly name: string };

/** Asks the system what removable drives are there; empty when it cannot say. Never throws. */
export type FindDrives = () => Promise<readonly Drive[]>;

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As much of the older program as the maker of a profile calls; today's types, which that code's shapes still fit. */
export type PreviousCode = {
  readonly openParts: typeof import('../../../src/main/bridge/open-parts.ts').openParts;
  readonly openDesk: (...given: unknown[]) => Promise<
    Omit<import('../../../src/main/bridge/open-desk.ts').OpenDesk, 'reference'> & {
      readonly reference: () =>
        | import('../../../src/shared/contracts/city/reference.ts').ReferenceData
        | null;
    }
  >;
  readonly enrol: (
    ports: object,
    asked: { readonly cityUrl: string; readonly code: string },
  ) => ReturnType<typeof import('../../../src/main/city/enrol.ts').enrol>;
  readonly verifyBytes: typeof import('../../../src/main/signing/ed25519.ts').verifyBytes;
  readonly decide: typeof import('../../../src/shared/domain/desk-log/decide.ts').decide;
  readonly findNextNumber: typeof import('../../../src/shared/domain/number-lease/find-next-number.ts').findNextNumber;
  readonly findProcedure: typeof import('../../../src/shared/domain/procedure/find-procedure.ts').findProcedure;
  readonly dossierProcedure: typeof import('../../../src/shared/domain/dossier/dossier-procedure.ts').dossierProcedure;
  readonly defaultFeeLines: typeof import('../../../src/shared/domain/dossier/draft-for-procedure.ts').defaultFeeLines;
  readonly startCity: typeof import('../../city/start-city.ts').startCity;
};

const FILES: Readonly<Record<keyof PreviousCode, string>> = {
  openParts: 'src/main/bridge/open-parts.ts',
  openDesk: 'src/main/bridge/open-desk.ts',
  enrol: 'src/main/city/enrol.ts',
  verifyBytes: 'src/main/signing/ed25519.ts',
  decide: 'src/shared/domain/desk-log/decide.ts',
  findNextNumber: 'src/shared/domain/number-lease/find-next-number.ts',
  findProcedure: 'src/shared/domain/procedure/find-procedure.ts',
  dossierProcedure: 'src/shared/domain/dossier/dossier-procedure.ts',
  defaultFeeLines: 'src/shared/domain/dossier/draft-for-procedure.ts',
  startCity: 'tests/city/start-city.ts',
};

/** Loads the program that lies checked out in `source`. */
export async function loadPreviousCode(source: string): Promise<PreviousCode> {
  const loaded = await Promise.all(
    Object.entries(FILES).map(async ([name, file]) => {
      const module: Record<string, unknown> = await import(pathToFileURL(join(source, file)).href);
      if (module[name] === undefined) throw new Error(`${file} of ${source} has no ${name}`);
      return [name, module[name]];
    }),
  );
  return Object.fromEntries(loaded) as PreviousCode; // every name of FILES, checked to be there
}

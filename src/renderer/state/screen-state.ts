import { create } from 'zustand';
import type { DossierId } from '../../shared/base/ids.ts';

/** The places of the rail (function keys) and what is open in them. */
export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'intake'; readonly draftId: string | null }
  | { readonly name: 'dossiers' }
  | { readonly name: 'dossier'; readonly dossierId: DossierId }
  | { readonly name: 'sign-off' }
  | { readonly name: 'conflicts'; readonly dossierId: DossierId | null }
  | { readonly name: 'line' }
  | { readonly name: 'day' };

type ScreenState = {
  readonly place: Place;
  readonly goTo: (place: Place) => void;
};

export const useScreenState = create<ScreenState>((set) => ({
  place: { name: 'home' },
  goTo: (place) => set({ place }),
}));

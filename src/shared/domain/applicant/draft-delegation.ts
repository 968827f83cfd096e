/** The owner of a dossier as typed so far, when another files it. */
export type DraftDelegation = {
  readonly ownerName: string;
  readonly ownerId: string;
  readonly document: string;
  readonly ownerAddress?: string | undefined;
  readonly ownerPhone?: string | undefined;
  readonly ownerEmail?: string | undefined;
};

export const emptyDelegation: DraftDelegation = {
  ownerName: '',
  ownerAddress: '',
  ownerId: '',
  ownerPhone: '',
  ownerEmail: '',
  document: '',
};

/** How the owner is reached, as it will stand; what a draft of before does not have stays away. */
export function tidyDelegation(typed: DraftDelegation): DraftDelegation {
  const { ownerAddress, ownerPhone, ownerEmail } = typed;
  return {
    ...typed,
    ...(ownerAddress === undefined ? {} : { ownerAddress: ownerAddress.normalize('NFC').trim() }),
    ...(ownerPhone === undefined ? {} : { ownerPhone: tidyPhone(ownerPhone) }),
    ...(ownerEmail === undefined ? {} : { ownerEmail: ownerEmail.trim() }),
  };
}

/** Without the dots, dashes, brackets and spaces that people put in. */
export const tidyPhone = (typed: string): string => typed.replace(/[\s.\-()]/g, '');

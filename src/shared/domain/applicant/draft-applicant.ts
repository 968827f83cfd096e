/** The applicant as typed so far: any text, checked only when the dossier is received. */
export type DraftApplicant = {
  readonly fullName: string;
  readonly personalId: string;
  /** dd/MM/yyyy as typed. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly source: 'typed' | 'card-qr';
};

export const emptyApplicant: DraftApplicant = {
  fullName: '',
  personalId: '',
  birthDate: '',
  sex: null,
  address: '',
  phone: '',
  email: '',
  source: 'typed',
};

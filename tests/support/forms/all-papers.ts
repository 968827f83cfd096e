import type { Draw } from './form.ts';
import { businessRegistration, householdBusiness } from './papers/business.ts';
import {
  birthCertificate,
  birthNotice,
  deathNotice,
  maritalStatusCertificate,
  marriageCertificate,
} from './papers/civil-status.ts';
import { notarisedContract, powerOfAttorney } from './papers/contracts.ts';
import { declarationForm } from './papers/declarations.ts';
import {
  chipCardBack,
  chipCardFront,
  drivingLicence,
  identityCardBack,
  identityCardFront,
} from './papers/id-cards.ts';
import { landCertificate2024, landOwnerPage, landParcelPage } from './papers/land.ts';
import { deathExtract, judgment, officialDocument } from './papers/officials.ts';

/** Every paper that can be drawn; form `n` of a seed is the `n mod length`th of them. */
export const ALL_PAPERS: readonly Draw[] = [
  birthCertificate,
  chipCardFront,
  marriageCertificate,
  officialDocument,
  maritalStatusCertificate,
  chipCardBack,
  landOwnerPage,
  declarationForm,
  identityCardFront,
  landParcelPage,
  notarisedContract,
  businessRegistration,
  identityCardBack,
  powerOfAttorney,
  householdBusiness,
  drivingLicence,
  birthNotice,
  landCertificate2024,
  deathNotice,
  judgment,
  deathExtract,
  declarationForm,
];

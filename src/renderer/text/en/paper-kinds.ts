import type { paperKinds as vi } from '../vi/paper-kinds.ts';

export const paperKinds: typeof vi = {
  'chip-card-front': 'front of a citizen card (CCCD)',
  'chip-card-back': 'back of a citizen card (CCCD)',
  'identity-card-front': 'front of an identity card',
  'identity-card-back': 'back of an identity card',
  'birth-certificate': 'birth certificate',
  'marriage-certificate': 'marriage certificate',
  'marital-status-certificate': 'marital status certificate',
  'land-certificate-before-2024': 'land use certificate (old form)',
  'land-certificate-2024': 'land use certificate (2024 form)',
  'declaration-form': 'declaration or application form',
  'notarised-contract': 'notarised contract',
  'business-registration': 'enterprise registration certificate',
  'household-business-registration': 'household business registration certificate',
  'driving-licence': 'driving licence',
  'birth-notice': 'birth notice of a hospital',
  'death-notice': 'death notice',
  'power-of-attorney': 'power of attorney',
  'official-document': 'official document',
};

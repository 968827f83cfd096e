import type { OfficerId } from '../../../shared/base/ids.ts';
import { useDeskView } from '../../state/desk-view.ts';

/** Full name of an officer: as signed in here, else as the branch lists them, else the id. */
export function useOfficerName(): (officerId: OfficerId | null) => string {
  const known = useDeskView((view) => view.desk?.officers);
  const listed = useDeskView((view) => view.reference?.officers);
  return (officerId) =>
    officerId === null
      ? '—'
      : ((known?.get(officerId) ?? listed?.find((each) => each.officerId === officerId))?.fullName ??
        officerId);
}

import type { VisitPlace } from '../server/visits.ts';

/** The journal of visits, apart from the portal's: both apps are of one origin. */
export const VISIT_JOURNAL = 'junheng-visit-journal';

/** How the journal calls a visit. */
export const journalName = ({ inspectionId, schoolId }: VisitPlace): string => `${inspectionId}~${schoolId}`;

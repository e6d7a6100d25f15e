/** One C item: the smallest thing a school answers for. */
export interface CItem {
  readonly id: string;
  /** As printed. */
  readonly code: string;
  /** B level it belongs to. */
  readonly dimension: string;
  /** Section of the form: its A level. */
  readonly section: string;
  /** Archive index (档案目录): message keys. */
  readonly evidence: readonly string[];
}

function c(number: number, dimension: string, section: string, ...evidence: readonly string[]): CItem {
  return { id: `self-check-c${number}`, code: `C${number}`, dimension, section, evidence };
}

const planning = 'self-check-planning';
const buildings = 'self-check-buildings';
const teachers = 'self-check-teachers';

/** C1 to C15 under B1 to B7 and three A dimensions, in the order of the brief. */
export const cItems: readonly CItem[] = [
  c(1, 'self-check-b1', planning, 'development-plan'),
  c(2, 'self-check-b1', planning, 'safety-rules', 'safety-records'),
  c(3, 'self-check-b1', planning, 'supervision-rules', 'supervision-records'),
  c(4, 'self-check-b2', planning, 'funds-statements-three-years'),
  c(5, 'self-check-b2', planning, 'education-surcharge-use'),
  c(6, 'self-check-b2', planning, 'transfer-payment-use'),
  c(7, 'self-check-b2', planning, 'land-revenue-documents'),
  c(8, 'self-check-b3', planning, 'budget-and-final-accounts'),
  c(9, 'self-check-b3', planning, 'audit-and-statistics-notices'),
  c(10, 'self-check-b4', buildings, 'layout-documents', 'desk-inventory'),
  c(11, 'self-check-b5', buildings, 'building-safety-plan', 'building-appraisals'),
  c(12, 'self-check-b6', teachers, 'teacher-list', 'degree-certificates'),
  c(13, 'self-check-b6', teachers, 'teacher-recruitment-documents'),
  c(14, 'self-check-b7', teachers, 'principal-appointment-documents', 'rotation-records'),
  c(15, 'self-check-b7', teachers, 'home-visit-records', 'home-visit-assessment-rules'),
];

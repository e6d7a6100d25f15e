import type { Random } from '../random.ts';
import type { SchoolPlan, Year } from '../school-plan.ts';
import { teacherCount } from './amounts.ts';

/** Teachers of one stage by degree and subject; `total` is all full-time teachers of the stage. */
export function teacherCells(
  plan: SchoolPlan,
  year: Year,
  stage: 'primary' | 'junior',
  random: Random,
): { readonly cells: Record<string, string>; readonly total: number } {
  const aboveDegree = teacherCount(plan, year, stage, 'R1');
  const hasDoctor = random.chance(0.3);
  const doctor = stage === 'junior' && aboveDegree > 60 && hasDoctor ? 1 : 0;
  const master = Math.floor((aboveDegree - doctor) * random.between(0.02, 0.1));
  const associate = stage === 'primary' ? Math.floor(aboveDegree * random.between(0.15, 0.3)) : 0;
  const bachelor = aboveDegree - doctor - master - associate;
  const peAndArts = teacherCount(plan, year, stage, 'R3');
  const pe = Math.ceil(peAndArts * random.between(0.4, 0.55));
  const music = Math.ceil((peAndArts - pe) / 2);
  const cells: Record<string, string> = {
    [`teachers-bachelor.${stage}`]: String(bachelor),
    [`teachers-master.${stage}`]: String(master),
    [`teachers-doctor.${stage}`]: String(doctor),
    [`backbone-teachers.${stage}`]: String(teacherCount(plan, year, stage, 'R2')),
    [`pe-teachers.${stage}`]: String(pe),
    [`music-teachers.${stage}`]: String(music),
    [`fine-art-teachers.${stage}`]: String(peAndArts - pe - music),
    [`arts-teachers.${stage}`]: '0',
  };
  if (stage === 'primary') cells['teachers-associate.primary'] = String(associate);
  // Some teachers stand below the required degree; the smallest schools still have a teacher more than subjects.
  return { cells, total: Math.max(aboveDegree, peAndArts) + Math.ceil(aboveDegree * random.between(0.02, 0.08)) };
}

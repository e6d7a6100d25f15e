import { ImpossibleCountyError } from '../impossible-county.ts';
import { applicableCells, editionById } from '@junheng/evaluation-core';
import type { Cells } from '@junheng/evaluation-core';
import { derivedSeed, randomFrom } from '../random.ts';
import type { Random } from '../random.ts';
import type { SchoolPlan, Year } from '../school-plan.ts';
import { facilityUnits, multimediaRooms, squareMetres, tenThousandYuan } from './amounts.ts';
import { classCells } from './classes.ts';
import { teacherCells } from './teachers.ts';

const evaluatedStages = ['primary', 'junior'] as const;

/** Every cell the school is asked for in the edition of 教督〔2017〕6号, filled in and in agreement with the checks. */
export function schoolCells(plan: SchoolPlan, year: Year): Cells {
  const all = allCells(plan, year);
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new ImpossibleCountyError('the edition cn-2017-quality-balance is not shipped');
  const asked = applicableCells(edition, all);
  const cells: Record<string, string> = {};
  for (const { key } of asked) {
    const value = all[key];
    if (value !== undefined) cells[key] = value;
  }
  return cells;
}

function allCells(plan: SchoolPlan, year: Year): Record<string, string> {
  // A draw of its own for each part, the same in both years: what nobody built or hired anew stays as it was.
  const draw = (part: number): Random => randomFrom(derivedSeed(plan.seed, part));
  const random = draw(0);
  const pupils = plan.pupils[year];
  const compulsory = pupils.primary + pupils.junior;
  const cells: Record<string, string> = {
    'school-type': plan.type,
    ownership: plan.ownership,
    locale: plan.locale,
    boarding: plan.boarding ? 'yes' : 'no',
    'founded-year': String(plan.foundedYear),
    'built-2010-or-before': plan.foundedYear <= 2010 ? 'yes' : 'no',
    'built-2016-or-before': plan.foundedYear <= 2016 ? 'yes' : 'no',
    'dense-city-centre': 'no',
    'rural-50-to-99-pupils': plan.locale === 'rural' && compulsory >= 50 && compulsory < 100 ? 'yes' : 'no',
    'pupils.primary': String(pupils.primary),
    'pupils.junior': String(pupils.junior),
    'pupils.senior': String(pupils.senior),
    'migrant-pupils': String(Math.floor(compulsory * random.between(0, 0.12))),
  };
  let teachers = Math.ceil(pupils.senior / 12);
  let classes = 0;
  let largestClass = 0;
  for (const stage of evaluatedStages) {
    if (pupils[stage] === 0) continue;
    const share = plan.locale === 'rural' ? 1 : random.between(0.96, 1);
    cells[`pupils-in-zone.${stage}`] = String(plan.boarding ? pupils[stage] : Math.ceil(pupils[stage] * share));
    const grades = plan.type === 'teaching-point' ? 3 : stage === 'primary' ? 6 : 3;
    Object.assign(cells, classCells(stage, pupils[stage], grades, draw(stage === 'primary' ? 1 : 2)));
    const ofStage = teacherCells(plan, year, stage, draw(stage === 'primary' ? 3 : 4));
    Object.assign(cells, ofStage.cells);
    teachers += ofStage.total;
    classes += Number(cells[`classes.${stage}`]);
    largestClass = Math.max(largestClass, Number(cells[`largest-class.${stage}`]));
  }
  if (plan.type === 'special-education') teachers = Math.ceil(compulsory / 4);
  if (plan.type === 'vocational') teachers = 60;
  cells['rural-largest-class-under-30'] = plan.locale === 'rural' && largestClass < 30 ? 'yes' : 'no';
  cells['full-time-teachers'] = String(teachers);
  cells['certified-teachers'] = String(teachers);
  cells['teachers-360-hours'] = String(teachers);
  Object.assign(
    cells,
    facilityCells(plan, year, draw(5)),
    artRoomCells(classes, draw(6)),
    fundsCells(plan, year, draw(7)),
  );
  if (pupils.junior > 0) Object.assign(cells, retentionCells(pupils.junior, draw(8)));
  return cells;
}

function facilityCells(plan: SchoolPlan, year: Year, random: Random): Record<string, string> {
  const sports = facilityUnits(plan, year, 'R5');
  const { primary, junior } = plan.pupils['last-year'];
  const hasGymnasium = primary + junior > 500;
  const gymnasium = hasGymnasium ? Math.floor((sports * random.between(0.05, 0.12)) / 100) * 100 : 0;
  const indoorSports = gymnasium + (hasGymnasium ? random.whole(0, 60) * 100 : 0);
  return {
    'teaching-rooms-area': squareMetres(facilityUnits(plan, year, 'R4') + indoorSports),
    'indoor-sports-rooms-area': squareMetres(indoorSports),
    'gymnasium-area': squareMetres(gymnasium),
    'sports-field-area': squareMetres(sports - gymnasium),
    'equipment-value': tenThousandYuan(facilityUnits(plan, year, 'R6')),
    'multimedia-classrooms': String(multimediaRooms(plan, year)),
  };
}

function artRoomCells(classes: number, random: Random): Record<string, string> {
  const needed = Math.ceil(classes / 12);
  const smaller = random.chance(0.3) ? 1 : 0;
  return {
    'music-rooms': String(needed + smaller),
    'music-rooms-96-and-over': String(needed),
    'music-rooms-73-to-96': String(smaller),
    'music-rooms-61-to-73': '0',
    'music-rooms-54-to-61': '0',
    'fine-art-rooms': String(needed),
    'fine-art-rooms-90-and-over': String(needed),
    'fine-art-rooms-67-to-90': '0',
    'fine-art-rooms-61-to-67': '0',
    'fine-art-rooms-54-to-61': '0',
  };
}

/** Public funds by pupil, 720 yuan in primary and 940 in junior; special-education pupils 7,000. Schools under 100 are funded as for 100. */
function fundsCells(plan: SchoolPlan, year: Year, random: Random): Record<string, string> {
  const { primary, junior, senior } = plan.pupils[year];
  const special = plan.type === 'special-education';
  const yuan = special
    ? (primary + junior) * 7000
    : plan.type === 'vocational'
      ? 1_200_000
      : primary + junior < 100
        ? 100 * 720
        : primary * 720 + junior * 940 + senior * 1200;
  return {
    'public-funds-budget': tenThousandYuan(yuan * 100),
    'public-funds-final': tenThousandYuan(Math.floor(yuan * random.between(0.95, 1)) * 100),
    'training-funds-budget': tenThousandYuan(Math.ceil(yuan * random.between(0.05, 0.07)) * 100),
  };
}

function retentionCells(pupils: number, random: Random): Record<string, string> {
  const entry = Math.max(6, Math.round(pupils / 3));
  const transferredIn = random.whole(0, Math.ceil(entry * 0.03));
  const transferredOut = random.whole(0, Math.ceil(entry * 0.03));
  return {
    'graduates.junior': String(entry + transferredIn - transferredOut),
    'entry-pupils.junior': String(entry),
    'transferred-in.junior': String(transferredIn),
    'transferred-out.junior': String(transferredOut),
    'deceased.junior': '0',
  };
}

import type { ItemDefinition } from '../../../items/item-definition.ts';
import { both, ordinarySchool, ruralSmallSchool } from './conditions.ts';
import { count } from './item-builders.ts';
import { cityForm, needed } from './sources.ts';

const teachers = 'teachers';
const peAndArts = 'pe-and-arts';
const stages = ['primary', 'junior'];
const byStage = 'the form asks for the whole school; the indicator is computed by stage';

const perPupil = { maximumPerPupil: '0.5' };
const subjectTeachers = { stages, condition: ordinarySchool, plausible: perPupil };
const visiting = { stages, condition: both(ordinarySchool, ruralSmallSchool), required: false };

/** 教师学历信息, 体育艺术教师 */
export const teacherItems: readonly ItemDefinition[] = [
  count(teachers, 'full-time-teachers', 'person', '26', { plausible: { maximum: '2000', maximumPerPupil: '1' } }),
  count(teachers, 'teachers-associate', 'person', '27', {
    stages: ['primary'],
    condition: ordinarySchool,
    plausible: perPupil,
  }),
  count(teachers, 'teachers-bachelor', 'person', '28-29', subjectTeachers),
  count(teachers, 'teachers-master', 'person', '30-31', subjectTeachers),
  count(teachers, 'teachers-doctor', 'person', '32-33', subjectTeachers),
  count(teachers, 'teachers-above-required-degree', 'person', null, {
    ...subjectTeachers,
    required: false,
    entry: 'import',
    source: needed('aggregate column 高于规定学历教师数 of imported tables'),
  }),
  count(teachers, 'backbone-teachers', 'person', '34', { ...subjectTeachers, source: cityForm('34', byStage) }),
  count(teachers, 'certified-teachers', 'person', '35'),
  count(teachers, 'teachers-360-hours', 'person', '36'),

  count(peAndArts, 'pe-teachers', 'person', '37', { ...subjectTeachers, source: cityForm('37', byStage) }),
  count(peAndArts, 'music-teachers', 'person', '38', { ...subjectTeachers, source: cityForm('38', byStage) }),
  count(peAndArts, 'fine-art-teachers', 'person', '39', { ...subjectTeachers, source: cityForm('39', byStage) }),
  count(peAndArts, 'arts-teachers', 'person', '40', { ...subjectTeachers, source: cityForm('40', byStage) }),
  count(peAndArts, 'pe-and-arts-teachers', 'person', null, {
    ...subjectTeachers,
    required: false,
    entry: 'import',
    source: needed('aggregate column 体育、艺术专任教师数 of imported tables'),
  }),
  count(peAndArts, 'visiting-pe-teachers', 'person', '41', visiting),
  count(peAndArts, 'visiting-music-teachers', 'person', '42', visiting),
  count(peAndArts, 'visiting-fine-art-teachers', 'person', '43', visiting),
  count(peAndArts, 'visiting-arts-teachers', 'person', '44', visiting),
];

import type { CheckRule, CheckTerm } from '../../check-rule.ts';
import { peerCheck, ratioChecks } from './checks-comparisons.ts';
import { flagChecks } from './checks-flags.ts';
import { classBands } from './class-bands.ts';

const school = (item: string): CheckTerm => ({ item, over: 'school' });
const eachStage = (item: string): CheckTerm => ({ item, over: 'each-stage' });
const allStages = (item: string): CheckTerm => ({ item, over: 'all-stages' });

const degrees = ['teachers-associate', 'teachers-bachelor', 'teachers-master', 'teachers-doctor'];
const subjects = ['pe-teachers', 'music-teachers', 'fine-art-teachers', 'arts-teachers'];
const musicSizes = ['music-rooms-96-and-over', 'music-rooms-73-to-96', 'music-rooms-61-to-73', 'music-rooms-54-to-61'];
const fineArtSizes = [
  'fine-art-rooms-90-and-over',
  'fine-art-rooms-67-to-90',
  'fine-art-rooms-61-to-67',
  'fine-art-rooms-54-to-61',
];

/** What must, should or usually does hold inside one self-report. */
export const checks: readonly CheckRule[] = [
  { id: 'required', severity: 'hard', kind: 'required' },
  { id: 'readable', severity: 'hard', kind: 'readable' },
  { id: 'applicable', severity: 'soft', kind: 'applicable' },
  { id: 'aggregate-differs', severity: 'hard', kind: 'aggregate-differs' },
  { id: 'aggregate-below-parts', severity: 'hard', kind: 'aggregate-below-parts' },
  { id: 'aggregate-with-partial-parts', severity: 'soft', kind: 'aggregate-with-partial-parts' },
  { id: 'indoor-sports-within-teaching-rooms', severity: 'hard', kind: 'negative-quantity' },
  {
    id: 'zero-students-with-resources',
    severity: 'hard',
    kind: 'zero-pupils-with-resources',
    items: [
      'teachers-associate',
      'teachers-bachelor',
      'teachers-master',
      'teachers-doctor',
      'teachers-above-required-degree',
      'backbone-teachers',
      'pe-teachers',
      'music-teachers',
      'fine-art-teachers',
      'arts-teachers',
      'pe-and-arts-teachers',
      'classes',
      'full-time-teachers',
      'teaching-rooms-area',
      'net-teaching-rooms-area',
      'sports-area',
      'gymnasium-area',
      'sports-field-area',
      'equipment-value',
      'multimedia-classrooms',
    ],
  },

  {
    id: 'class-bands-sum',
    severity: 'hard',
    kind: 'equal',
    left: classBands.map((band) => eachStage(band.item)),
    right: [eachStage('classes')],
  },
  { id: 'class-bands-capacity', severity: 'hard', kind: 'class-bands-capacity', bands: classBands },
  { id: 'classes-zero', severity: 'soft', kind: 'zero-with-pupils', item: 'classes' },
  {
    id: 'max-class-above-students',
    severity: 'soft',
    kind: 'at-most',
    left: [eachStage('largest-class')],
    right: [eachStage('pupils')],
  },
  {
    id: 'max-class-below-average',
    severity: 'soft',
    kind: 'largest-class-below-average',
    classesItem: 'classes',
    largestItem: 'largest-class',
  },
  {
    id: 'largest-class-in-bands',
    severity: 'hard',
    kind: 'largest-class-in-bands',
    bands: classBands,
    largestItem: 'largest-class',
  },

  {
    id: 'pupils-in-zone-within-pupils',
    severity: 'hard',
    kind: 'at-most',
    left: [eachStage('pupils-in-zone')],
    right: [eachStage('pupils')],
  },
  {
    id: 'migrant-pupils-within-pupils',
    severity: 'hard',
    kind: 'at-most',
    left: [school('migrant-pupils')],
    right: [allStages('pupils')],
  },

  {
    id: 'degrees-within-full-time',
    severity: 'hard',
    kind: 'at-most',
    left: degrees.map(allStages),
    right: [school('full-time-teachers')],
  },
  {
    id: 'above-degree-within-full-time',
    severity: 'hard',
    kind: 'at-most',
    left: [allStages('teachers-above-required-degree')],
    right: [school('full-time-teachers')],
  },
  {
    id: 'more-backbone-teachers-than-plausible',
    severity: 'hard',
    kind: 'at-most',
    left: [allStages('backbone-teachers')],
    right: [school('full-time-teachers')],
  },
  {
    id: 'subject-teachers-within-full-time',
    severity: 'hard',
    kind: 'at-most',
    left: subjects.map(allStages),
    right: [school('full-time-teachers')],
  },
  {
    id: 'certified-within-full-time',
    severity: 'hard',
    kind: 'at-most',
    left: [school('certified-teachers')],
    right: [school('full-time-teachers')],
  },
  {
    id: 'trained-within-full-time',
    severity: 'hard',
    kind: 'at-most',
    left: [school('teachers-360-hours')],
    right: [school('full-time-teachers')],
  },

  // A gymnasium is a large indoor sports room; one that is bigger than all indoor sports rooms together was probably entered twice or not at all.
  {
    id: 'gymnasium-within-indoor-sports',
    severity: 'soft',
    kind: 'at-most',
    left: [school('gymnasium-area')],
    right: [school('indoor-sports-rooms-area')],
  },
  {
    id: 'music-rooms-by-size',
    severity: 'hard',
    kind: 'at-most',
    left: musicSizes.map(school),
    right: [school('music-rooms')],
  },
  {
    id: 'fine-art-rooms-by-size',
    severity: 'hard',
    kind: 'at-most',
    left: fineArtSizes.map(school),
    right: [school('fine-art-rooms')],
  },

  {
    id: 'training-funds-within-budget',
    severity: 'hard',
    kind: 'at-most',
    left: [school('training-funds-budget')],
    right: [school('public-funds-budget')],
  },
  {
    id: 'deceased-within-entry',
    severity: 'hard',
    kind: 'at-most',
    left: [eachStage('deceased')],
    right: [eachStage('entry-pupils')],
  },
  {
    id: 'left-within-entered',
    severity: 'hard',
    kind: 'at-most',
    left: [eachStage('transferred-out'), eachStage('deceased')],
    right: [eachStage('entry-pupils'), eachStage('transferred-in')],
  },
  // 三年巩固率 above 100 %
  {
    id: 'retention-above-all',
    severity: 'soft',
    kind: 'at-most',
    left: [eachStage('graduates'), eachStage('transferred-out'), eachStage('deceased')],
    right: [eachStage('entry-pupils'), eachStage('transferred-in')],
  },

  ...flagChecks,

  { id: 'implausible', severity: 'soft', kind: 'plausible-range' },
  ...ratioChecks,
  {
    id: 'change-from-last-year',
    severity: 'soft',
    kind: 'change-from-last-year',
    share: '0.3',
    minimumChange: '3',
    exemptItems: [
      'founded-year',
      'graduates',
      'entry-pupils',
      'transferred-in',
      'transferred-out',
      'deceased',
      ...classBands.map((band) => band.item),
    ],
  },
  peerCheck,
];

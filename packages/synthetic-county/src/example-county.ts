import type { CountyOptions, WantedSchoolPlan } from './county.ts';
import type { Outline } from './composition.ts';
import { thresholds } from './indicators.ts';
import type { SchoolType } from './school-plan.ts';

/** code ending, name, type, size, town, this year's primary pupils, then R1 to R7 of the primary stage as the example workbooks report them. */
type Row = readonly [string, string, SchoolType, Outline['size'], string, number, ...(readonly number[])];

/**
 * The twelve schools of the example workbooks (docs/examples): whoever imports one finds them in the register, and last year's
 * values close to the imported ones.
 */
const rows: readonly Row[] = [
  ['0001', '清泉县实验小学', 'primary', 'large', '城关镇', 1568, 72, 19, 16, 7526.4, 12230.4, 3920000, 38],
  ['0002', '清泉县第一小学', 'primary', 'large', '城关镇', 1204, 56, 15, 13, 5779.2, 9391.2, 2889600.5, 30],
  ['0003', '清泉县第二小学', 'primary', 'large', '城关镇', 986, 44, 11, 10, 4732.8, 7789.4, 2218500, 24],
  ['0004', '城关镇中心小学', 'primary', 'middle', '城关镇', 652, 30, 8, 7, 3194.8, 5346.4, 1434400, 17],
  ['0005', '白鹤镇中心小学', 'primary', 'middle', '白鹤镇', 540, 25, 7, 6, 2646, 4374, 1188000, 14],
  ['0006', '高桥镇中心小学', 'primary', 'middle', '高桥镇', 487, 22, 6, 5, 2386.3, 4042.1, 1071400, 12],
  ['0007', '沙溪乡中心小学', 'primary', 'middle', '沙溪乡', 366, 17, 5, 4, 1830, 3001.2, 805200, 9],
  ['0008', '沙溪乡杨柳村小学', 'primary', 'village', '沙溪乡', 158, 8, 2, 2, 853.2, 1453.6, 363400, 4],
  ['0009', '高桥镇石门村小学', 'primary', 'village', '高桥镇', 124, 6, 2, 2, 682, 1178, 297600, 3],
  ['0010', '白鹤镇双井村小学', 'primary', 'small-village', '白鹤镇', 97, 5, 1, 1, 543.2, 970, 242500, 3],
  ['0011', '沙溪乡𬒗山教学点', 'teaching-point', 'teaching-point', '沙溪乡', 56, 3, 1, 1, 319.2, 616, 145600, 2],
  ['0012', '清泉县育英学校', 'nine-year', 'middle', '城关镇', 720, 33, 9, 8, 3528, 5832, 1584000, 18],
];

const wanted = rows.map(([ending, name, type, size, townName, pupils, ...amounts]): WantedSchoolPlan => {
  const perPupil = (index: number, multiplier: number): number => ((amounts[index] ?? 0) * multiplier) / pupils;
  const level = (indicator: keyof typeof thresholds, value: number): number => value / thresholds[indicator].primary;
  const whole = {
    R1: level('R1', perPupil(0, 100)),
    R2: level('R2', perPupil(1, 100)),
    R3: level('R3', perPupil(2, 100)),
    R4: level('R4', perPupil(3, 1)),
    R5: level('R5', perPupil(4, 1)),
    R6: level('R6', perPupil(5, 1)),
    R7: level('R7', perPupil(6, 100)),
  };
  // A level is measured against what all stages of a school need; the workbook knows only the primary part of the nine-year school.
  const levels = type === 'nine-year' ? {} : whole;
  return { code: `994010${ending}`, name, type, size, townName, pupils: { primary: pupils }, levels };
});

/**
 * The county of the demonstration: last year primary schools missed one difference coefficient narrowly and two of them stood
 * below the floor of one indicator; junior schools passed.
 */
export const exampleCounty: { readonly seed: number; readonly options: CountyOptions } = {
  seed: 994_010,
  options: {
    schools: 45,
    wanted,
    plantedVerdicts: {
      'last-year': [
        { kind: 'cv-about', stage: 'primary', indicator: 'R6', target: 0.514 },
        { kind: 'school', stage: 'primary', indicator: 'R5', position: 'far-below-floor', schools: 1 },
        { kind: 'school', stage: 'primary', indicator: 'R4', position: 'far-below-floor', schools: 1 },
      ],
    },
  },
};

import type { ItemDefinition } from '../../../items/item-definition.ts';
import { both, denseCityCentre, ordinarySchool } from './conditions.ts';
import { area, count, money } from './item-builders.ts';
import { needed } from './sources.ts';

const rooms = 'teaching-rooms';
const venues = 'sports-venues';
const equipment = 'equipment';
const musicAndArt = 'music-and-art-rooms';

const alsoByStage = ['primary', 'junior'];
const facility = { alsoByStage, condition: ordinarySchool };
const areaPerPupil = { plausible: { maximum: '500000', maximumPerPupil: '200' } };
const cityCentreVenue = {
  alsoByStage,
  condition: both(ordinarySchool, denseCityCentre),
  required: false,
  ...areaPerPupil,
};
const ordinary = { condition: ordinarySchool };

/** 教学用房面积, 体育场馆面积, 教学设备, 音乐美术教室 */
export const facilityItems: readonly ItemDefinition[] = [
  /** 教学及辅助用房总面积, indoor sports rooms included as in the statistics table. */
  area(rooms, 'teaching-rooms-area', '45', { ...facility, ...areaPerPupil }),
  area(rooms, 'indoor-sports-rooms-area', '46', { ...facility, ...areaPerPupil }),
  area(rooms, 'net-teaching-rooms-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    entry: 'import',
    source: needed('aggregate column of imported tables: teaching rooms without indoor sports rooms'),
  }),

  area(venues, 'gymnasium-area', '47', { ...facility, ...areaPerPupil }),
  area(venues, 'sports-field-area', '48', { ...facility, ...areaPerPupil }),
  area(venues, 'sports-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    entry: 'import',
    source: needed('aggregate column 体育运动场馆面积 of imported tables'),
  }),
  area(venues, 'rented-venue-area', '49', cityCentreVenue),
  area(venues, 'other-sports-area', '50', cityCentreVenue),

  money(equipment, 'equipment-value', '51', { ...facility, plausible: { maximum: '50000', maximumPerPupil: '20' } }),
  count(equipment, 'multimedia-classrooms', 'room', '52', {
    ...facility,
    plausible: { maximum: '1000', maximumPerPupil: '1' },
  }),

  count(musicAndArt, 'music-rooms', 'room', '53', ordinary),
  count(musicAndArt, 'music-rooms-96-and-over', 'room', '54', ordinary),
  count(musicAndArt, 'music-rooms-73-to-96', 'room', '55', ordinary),
  count(musicAndArt, 'music-rooms-61-to-73', 'room', '56', ordinary),
  count(musicAndArt, 'music-rooms-54-to-61', 'room', null, {
    ...ordinary,
    source: needed('relaxed size of small rural schools'),
  }),
  count(musicAndArt, 'fine-art-rooms', 'room', '57', ordinary),
  count(musicAndArt, 'fine-art-rooms-90-and-over', 'room', '58', ordinary),
  count(musicAndArt, 'fine-art-rooms-67-to-90', 'room', '59', ordinary),
  count(musicAndArt, 'fine-art-rooms-61-to-67', 'room', '60', ordinary),
  count(musicAndArt, 'fine-art-rooms-54-to-61', 'room', null, {
    ...ordinary,
    source: needed('relaxed size of small rural schools'),
  }),
];

import type { ItemTexts } from './item-texts.ts';

/** 校舍、场地、设备. For the whole school; schools of several stages have them split by weighted pupils (SPEC 3.1). */
export const facilityItems: ItemTexts = {
  'teaching-rooms-area': {
    name: ['教学及辅助用房面积', 'Teaching and auxiliary rooms'],
    help: [
      '教室、实验室、专用教室、图书室、计算机教室、语音室、室内体育用房等教学及辅助用房的建筑面积之和（即年报口径，含室内体育用房）。不含行政办公、生活用房和危房。单位：平方米，最多两位小数。',
      'Floor area of classrooms, laboratories, special rooms, library, computer and language rooms and indoor sports rooms (as in the statistics, indoor sports included). Leave out offices, living quarters and unsafe buildings. Square metres, at most two decimals.',
    ],
  },
  'indoor-sports-rooms-area': {
    name: ['室内体育用房面积', 'Indoor sports rooms'],
    help: [
      '上一项中包含的室内体育用房（体育馆、风雨操场、体操房等）面积。评估生均教学及辅助用房时要从上一项中减去它。没有就填 0。',
      'The part of the area above that is indoor sports rooms (gymnasium, covered playground …). It is taken off when teaching rooms per pupil are computed. If there is none, enter 0.',
    ],
  },
  'net-teaching-rooms-area': {
    name: ['教学及辅助用房面积（不含室内体育用房）', 'Teaching and auxiliary rooms without indoor sports'],
    help: [
      '教学及辅助用房面积减去室内体育用房面积，由系统算出。只有导入的表格里没有分项时，才直接用这个数；都有而不相等，请更正。',
      'Teaching and auxiliary rooms less indoor sports rooms, computed for you. The figure itself is used only where an imported workbook does not give the parts; if both are there and differ, correct them.',
    ],
  },
  'gymnasium-area': {
    name: ['体育馆（室内体育用房）面积', 'Gymnasium'],
    help: [
      '学校体育馆、风雨操场等室内体育场馆的面积，计入体育运动场馆面积。它通常就是上面“室内体育用房”的全部或一部分，两处都要填。没有就填 0。',
      'Area of the gymnasium and other indoor sports halls; counts towards sports space. It is usually all or part of the indoor sports rooms above; enter it in both places. If there is none, enter 0.',
    ],
  },
  'sports-field-area': {
    name: ['校内运动场地面积', 'Sports field'],
    help: [
      '校内专用于体育教学和活动的室外场地面积：田径场、球场、器械场地等。不含绿地、道路和停车场。',
      'Outdoor area in the school kept for PE: track, ball courts, apparatus areas. Leave out lawns, roads and parking.',
    ],
  },
  'sports-area': {
    name: ['体育运动场馆面积', 'Sports space'],
    help: [
      '体育馆面积与校内运动场地面积之和，由系统相加得出。只有导入的表格里没有分项时，才直接用合计数；都有而不相等，请更正。',
      'Gymnasium and sports field together, added up for you. A total is used only where an imported workbook does not give the parts; if both are there and differ, correct them.',
    ],
  },
  'rented-venue-area': {
    name: ['校外租赁场馆面积', 'Rented venues'],
    help: [
      '学校附近（步行10分钟以内）有租用合同、供学生上体育课使用的校外场馆面积。只有人口密度过高的大城市中心城区学校填写，请备好合同。',
      'Area of outside venues within ten minutes’ walk, used for PE under a contract. Only schools in the over-crowded centre of a large city; keep the contract ready as evidence.',
    ],
  },
  'other-sports-area': {
    name: ['校内其他体育场地面积', 'Other sports space in the school'],
    help: [
      '校内地下、屋顶等其他专门用于体育活动的场地面积，未计入前面各项的部分。只有人口密度过高的大城市中心城区学校填写。',
      'Other space in the school kept for sports, such as underground or on a roof, not counted above. Only schools in the over-crowded centre of a large city.',
    ],
  },
  'equipment-value': {
    name: ['教学仪器设备资产值', 'Teaching equipment'],
    help: [
      '教学、实验、实习等用仪器设备的账面原值（不扣折旧），单位：万元。例如 392 万元填 392；请不要按元填写。不含图书和未入账的设备。',
      'Book value at purchase (before depreciation) of equipment for teaching, laboratories and practice, in 万元 (10,000 yuan). For 3.92 million yuan enter 392, never the amount in yuan. Leave out books and equipment not in the accounts.',
    ],
  },
  'multimedia-classrooms': {
    name: ['网络多媒体教室间数', 'Networked multimedia classrooms'],
    help: [
      '接入网络并配有多媒体教学设备、能正常使用的教室间数（含普通教室和专用教室）。',
      'Rooms in working order with a network connection and multimedia equipment, ordinary classrooms and special rooms alike.',
    ],
  },
};

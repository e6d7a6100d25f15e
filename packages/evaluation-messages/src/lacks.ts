import type { Texts } from './language.ts';

/** What a school lacks of an amount, in plain words (还差…). English has a singular, `.one`. */
export const lackTexts: Texts = {
  'lacks.teachers-above-required-degree': [
    '还差 {amount} 名高于规定学历的专任教师',
    '{amount} more teachers above the required degree',
  ],
  'lacks.teachers-above-required-degree.one': [
    '还差 {amount} 名高于规定学历的专任教师',
    '{amount} more teacher above the required degree',
  ],
  'lacks.backbone-teachers': ['还差 {amount} 名县级及以上骨干教师', '{amount} more backbone teachers'],
  'lacks.backbone-teachers.one': ['还差 {amount} 名县级及以上骨干教师', '{amount} more backbone teacher'],
  'lacks.pe-and-arts-teachers': ['还差 {amount} 名体育、艺术专任教师', '{amount} more PE and arts teachers'],
  'lacks.pe-and-arts-teachers.one': ['还差 {amount} 名体育、艺术专任教师', '{amount} more PE or arts teacher'],
  'lacks.net-teaching-rooms-area': [
    '还差 {amount} ㎡ 教学及辅助用房',
    '{amount} m² more of teaching and auxiliary rooms',
  ],
  'lacks.sports-area': ['还差 {amount} ㎡ 体育运动场馆', '{amount} m² more of sports space'],
  'lacks.equipment-value': ['还差 {amount} 万元教学仪器设备', '{amount} 万元 (10,000 yuan) more of teaching equipment'],
  'lacks.multimedia-classrooms': ['还差 {amount} 间网络多媒体教室', '{amount} more networked multimedia classrooms'],
  'lacks.multimedia-classrooms.one': ['还差 {amount} 间网络多媒体教室', '{amount} more networked multimedia classroom'],
  /** An amount that has no sentence of its own. */
  'lacks-something': ['还差 {amount} {unit}（{quantity:quantity}）', '{amount} {unit} more ({quantity:quantity})'],
};

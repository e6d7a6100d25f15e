import type { ItemTexts } from './item-texts.ts';

/** 音乐、美术专用教室 by size. The limits of the bands are those of the rule and of its special rules (SPEC 4.2, G3). */
export const artRoomItems: ItemTexts = {
  'music-rooms': {
    name: ['音乐专用教室间数', 'Music rooms'],
    help: [
      '专门用于音乐教学、不兼作普通教室的教室总间数。没有就填 0；下面按单间面积填的间数之和不能多于它。',
      'Rooms kept for music and not used as ordinary classrooms. If there are none, enter 0; the rooms by size below cannot add up to more.',
    ],
  },
  'music-rooms-96-and-over': {
    name: ['96㎡及以上的音乐教室间数', 'Music rooms of 96 m² or more'],
    help: [
      '单间使用面积≥96㎡的音乐专用教室间数。标准要求：每12个班级配备1间以上，单间不小于96平方米。没有就填 0。',
      'Music rooms of 96 m² or more each. The standard: one for every 12 classes, each at least 96 m². If there are none, enter 0.',
    ],
  },
  'music-rooms-73-to-96': {
    name: ['73—96㎡的音乐教室间数', 'Music rooms of 73 to 96 m²'],
    help: [
      '单间使用面积73㎡≤面积＜96㎡的音乐专用教室间数。没有就填 0。',
      'Music rooms of 73 to 96 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
  'music-rooms-61-to-73': {
    name: ['61—73㎡的音乐教室间数', 'Music rooms of 61 to 73 m²'],
    help: [
      '单间使用面积61㎡≤面积＜73㎡的音乐专用教室间数。没有就填 0。',
      'Music rooms of 61 to 73 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
  'music-rooms-54-to-61': {
    name: ['54—61㎡的音乐教室间数', 'Music rooms of 54 to 61 m²'],
    help: [
      '单间使用面积54㎡≤面积＜61㎡的音乐专用教室间数。没有就填 0。',
      'Music rooms of 54 to 61 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
  'fine-art-rooms': {
    name: ['美术专用教室间数', 'Fine-art rooms'],
    help: [
      '专门用于美术教学、不兼作普通教室的教室总间数。没有就填 0；下面按单间面积填的间数之和不能多于它。',
      'Rooms kept for fine art and not used as ordinary classrooms. If there are none, enter 0; the rooms by size below cannot add up to more.',
    ],
  },
  'fine-art-rooms-90-and-over': {
    name: ['90㎡及以上的美术教室间数', 'Fine-art rooms of 90 m² or more'],
    help: [
      '单间使用面积≥90㎡的美术专用教室间数。标准要求：每12个班级配备1间以上，单间不小于90平方米。没有就填 0。',
      'Fine-art rooms of 90 m² or more each. The standard: one for every 12 classes, each at least 90 m². If there are none, enter 0.',
    ],
  },
  'fine-art-rooms-67-to-90': {
    name: ['67—90㎡的美术教室间数', 'Fine-art rooms of 67 to 90 m²'],
    help: [
      '单间使用面积67㎡≤面积＜90㎡的美术专用教室间数。没有就填 0。',
      'Fine-art rooms of 67 to 90 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
  'fine-art-rooms-61-to-67': {
    name: ['61—67㎡的美术教室间数', 'Fine-art rooms of 61 to 67 m²'],
    help: [
      '单间使用面积61㎡≤面积＜67㎡的美术专用教室间数。没有就填 0。',
      'Fine-art rooms of 61 to 67 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
  'fine-art-rooms-54-to-61': {
    name: ['54—61㎡的美术教室间数', 'Fine-art rooms of 54 to 61 m²'],
    help: [
      '单间使用面积54㎡≤面积＜61㎡的美术专用教室间数。没有就填 0。',
      'Fine-art rooms of 54 to 61 m² each (the upper limit not included). If there are none, enter 0.',
    ],
  },
};

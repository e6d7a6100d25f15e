import type { Texts } from '../language.ts';
import { artRoomItems } from './art-rooms.ts';
import { countyChildrenItems } from './county-children.ts';
import { countyQualityItems } from './county-quality.ts';
import { countyStandardItems } from './county-standards.ts';
import { countySurveyItems } from './county-survey.ts';
import { facilityItems } from './facilities.ts';
import { fundsItems } from './funds.ts';
import { keyedItems } from './item-texts.ts';
import { profileItems } from './profile.ts';
import { pupilItems } from './pupils.ts';
import { retentionItems } from './retention.ts';
import { teacherItems } from './teachers.ts';

export const itemTexts: Texts = {
  ...keyedItems(profileItems),
  ...keyedItems(pupilItems),
  ...keyedItems(teacherItems),
  ...keyedItems(facilityItems),
  ...keyedItems(artRoomItems),
  ...keyedItems(fundsItems),
  ...keyedItems(retentionItems),
  ...keyedItems(countyStandardItems),
  ...keyedItems(countyChildrenItems),
  ...keyedItems(countyQualityItems),
  ...keyedItems(countySurveyItems),
};

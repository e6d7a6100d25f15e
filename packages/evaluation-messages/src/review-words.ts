import type { Texts } from './language.ts';

/** What a level of review did, as it stands in a sentence about somebody. */
export const reviewWords: Texts = {
  'review-level.county': ['县级', 'county'],
  'review-level.city': ['市级', 'city'],
  'review-level.province': ['省级', 'province'],
  'review-decision.approved': ['通过了', 'approved it'],
  'review-decision.forwarded': ['通过并报送了上一级', 'approved it and passed it on to the next level'],
  'review-decision.first-approved': ['作为第一位审核人通过了', 'approved it as the first of two people'],
  'review-decision.returned': ['退回了', 'returned it'],
  'review-decision.sent-back': ['退回了下一级', 'sent it back to the level below'],
  'review-decision.withdrawn': ['撤回了', 'withdrew it'],
};

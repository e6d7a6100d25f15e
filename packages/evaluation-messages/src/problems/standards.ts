import type { Texts } from '../language.ts';

/** Refusals about editions of standards. */
export const standardProblems: Texts = {
  'edition.not-found': ['没有找到这个标准版本。', 'This edition of a standard was not found.'],
  'edition.published': [
    '已发布的标准版本不能修改。请复制成新版本后再改。',
    'A published edition cannot be changed. Copy it to a new one and change that.',
  ],
  'edition.draft-not-found': [
    '没有这份标准草稿：可能已经发布或删除。请回到标准列表。',
    'There is no such draft: it may have been published or deleted. Go back to the list of standards.',
  ],
  'edition.draft-stale': [
    '别人刚刚改过这份草稿，您的修改没有保存。请刷新后重做。',
    'Somebody else has just changed this draft; your change was not saved. Reload and do it again.',
  ],
  'edition.invalid': [
    '草稿还有问题，不能发布。请逐条改正所列问题。',
    'The draft still has problems and cannot be published. Mend those that are listed.',
  ],
  'edition.unchanged': [
    '草稿与原标准没有任何不同，不需要发布。',
    'The draft does not differ from the standard it was copied from; there is nothing to publish.',
  ],
  'edition.of-another-region': [
    '这个标准是别的地区发布的，不能用于这里的填报批次。请选择国家标准或本地区（或上级）发布的标准。',
    'This standard was published by another region and cannot be used here. Choose a shipped one, or one of this region or above.',
  ],
};

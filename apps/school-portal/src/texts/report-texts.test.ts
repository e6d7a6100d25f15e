import { describe, expect, it } from '@jest/globals';
import { cellSources } from '@junheng/api-contract';
import { reportEn } from './report-en.ts';
import { reportZhCn } from './report-zh-cn.ts';

describe('the texts of a self-report', () => {
  const told = cellSources.filter((source) => source !== 'typed').toSorted();

  it.each([
    ['zh-CN', reportZhCn.report.source],
    ['en', reportEn.report.source],
  ])('say in %s where a value came from that was not typed, for every source', (_language, texts) => {
    expect(Object.keys(texts).toSorted()).toEqual(told);
  });
});

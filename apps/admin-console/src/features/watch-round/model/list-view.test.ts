import { describe, expect, test } from '@jest/globals';
import type { RoundSelfReport } from '@junheng/api-contract';
import { arrange, initialView, isFiltered, readView, townsOf, writeView } from './list-view.ts';
import { listedReport } from './listed-report.factory.ts';

const names = (rows: readonly RoundSelfReport[]) => rows.map((row) => row.schoolName);

describe('the view of the list in the URL', () => {
  test('an empty query is the initial view, and the initial view writes nothing', () => {
    expect(readView(new URLSearchParams())).toEqual(initialView);
    expect(writeView(initialView, new URLSearchParams()).toString()).toBe('');
  });

  test('a view survives the way through the URL, and other parameters stay', () => {
    const view = {
      text: '中心 第2',
      statuses: ['returned', 'submitted'] as const,
      towns: ['东,镇', '西镇'],
      types: ['nine-year'] as const,
      lateOnly: true,
      sort: 'findings' as const,
      descending: true,
    };
    const query = writeView(view, new URLSearchParams('why=county&q=old'));
    expect(readView(new URLSearchParams(query.toString()))).toEqual(view);
    expect(query.get('why')).toBe('county');
  });

  test('what is unknown is ignored', () => {
    expect(readView(new URLSearchParams('status=burnt&type=castle&sort=-colour'))).toEqual(initialView);
  });

  test('sorting alone is no filter', () => {
    expect(isFiltered({ ...initialView, sort: 'name' })).toBe(false);
    expect(isFiltered({ ...initialView, text: ' ' })).toBe(false);
    expect(isFiltered({ ...initialView, lateOnly: true })).toBe(true);
  });
});

describe('arranging the list', () => {
  const rows = [
    listedReport({ schoolName: '第10小学', status: 'approved', townName: '东镇' }),
    listedReport({ schoolName: '第2小学', status: 'submitted', townName: '西镇', schoolCode: '2137000002' }),
    listedReport({ schoolName: '安平小学', status: 'filling', townName: null, late: true }),
    listedReport({ schoolName: '北关中学', status: 'submitted', type: 'junior', townName: '东镇' }),
  ];

  test('first what waits for the reviewer, then what is on its way, last what is done', () => {
    expect(names(arrange(rows, initialView))).toEqual(['北关中学', '第2小学', '安平小学', '第10小学']);
  });

  test('what waits is ordered by risk; what has no risk yet comes after it', () => {
    const risk = (score: number) => ({ score, counts: { check: 1, jump: 0, outlier: 0, limit: 0 }, reasons: [] });
    const queue = [
      listedReport({ schoolName: '甲', risk: risk(7) }),
      listedReport({ schoolName: '乙' }),
      listedReport({ schoolName: '丙', risk: risk(40) }),
      listedReport({ schoolName: '丁', status: 'approved', risk: risk(90) }),
    ];
    expect(names(arrange(queue, initialView))).toEqual(['丙', '甲', '乙', '丁']);
  });

  test('names sort by pinyin and numbers by value', () => {
    expect(names(arrange(rows, { ...initialView, sort: 'name', descending: false }))).toEqual([
      '安平小学',
      '北关中学',
      '第2小学',
      '第10小学',
    ]);
  });

  test('filters combine; words are looked for in name, code and town', () => {
    expect(names(arrange(rows, { ...initialView, statuses: ['submitted'], towns: ['东镇'] }))).toEqual(['北关中学']);
    expect(names(arrange(rows, { ...initialView, text: '西镇 2137' }))).toEqual(['第2小学']);
    expect(names(arrange(rows, { ...initialView, lateOnly: true }))).toEqual(['安平小学']);
    expect(arrange(rows, { ...initialView, text: '没有' })).toEqual([]);
  });

  test('the rows given are not disturbed', () => {
    const before = names(rows);
    arrange(rows, { ...initialView, sort: 'name' });
    expect(names(rows)).toEqual(before);
  });

  test('towns present', () => {
    expect(townsOf(rows)).toEqual(['东镇', '西镇']);
  });
});

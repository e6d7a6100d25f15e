import { describe, expect, test } from '@jest/globals';
import { findUnstorable, storable, storableJson } from './storable-text.ts';

describe('text that the database cannot hold', () => {
  test('is found wherever it stands', () => {
    expect(findUnstorable({ a: 'ok', b: ['𬒗山', { 'c/d': 'x\u0000' }], e: '\ud800', n: 3, none: null })).toEqual([
      '/b/1/c~1d',
      '/e',
    ]);
    expect(findUnstorable({ 'key\u0000': 1 })).toEqual(['']);
  });

  test('is replaced in what comes from files, and nothing else is', () => {
    expect(storable('东\u0000镇\ud800𬒗')).toBe('东\uFFFD镇\uFFFD𬒗');
    expect(JSON.parse(storableJson({ rows: ['\u0000', '\\u0000'] }))).toEqual({ rows: ['\uFFFD', '\\u0000'] });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { matchRegister } from '../../src/modules/self-reports/import/match-register.ts';
import { previewOf } from './made-workbook.ts';

const register = readFileSync(new URL('../fixtures/importer/registry.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line, index) => {
    const [code = '', name = ''] = line.split(',');
    return { schoolId: `id-${index}`, code, name };
  });

const school = (code: string, name: string) => ({ key: code === '' ? name : code, record: { code, name } });

describe('matching imported schools to the register', () => {
  test('every school of the control workbook by its code', async () => {
    const file = readFileSync(new URL('../fixtures/importer/files/00_control_clean.xlsx', import.meta.url));
    const { schools } = await previewOf({ 'a.xlsx': file });
    const matches = matchRegister(schools, register);
    expect(matches.map((match) => match.how)).toEqual(Array.from({ length: 12 }, () => 'code'));
    expect(matches.map((match) => match.schoolId)).toEqual(register.map((each) => each.schoolId));
  });

  test('without a code by the one school of that name, however it is written', () => {
    expect(matchRegister([school('', '清泉县 育英学校（小学部）')], register)).toMatchObject([
      { how: 'name', schoolId: 'id-11' },
    ]);
  });

  test('a code of the same length that the register does not know is not overruled by the name', () => {
    const [match] = matchRegister([school('9940100099', '清泉县第一小学')], register);
    expect(match).toMatchObject({ how: 'none', schoolId: null });
    expect(match!.candidates[0]).toMatchObject({ name: '清泉县第一小学' });
  });

  test('a code of another kind is; a name that nobody bears gets similar names', () => {
    expect(matchRegister([school('S-17', '清泉县第一小学')], register)).toMatchObject([
      { how: 'name', schoolId: 'id-1' },
    ]);
    const [match] = matchRegister([school('', '白鹤镇双井小学')], register);
    expect(match!.how).toBe('none');
    expect(match!.candidates[0]!.name).toBe('白鹤镇双井村小学');
  });

  test('no two schools get the same one', () => {
    const matches = matchRegister([school('', '城关镇中心小学'), school('9940100004', '城关镇中心小学')], register);
    expect(matches.map((match) => [match.how, match.schoolId])).toEqual([
      ['none', null],
      ['code', 'id-3'],
    ]);
  });
});

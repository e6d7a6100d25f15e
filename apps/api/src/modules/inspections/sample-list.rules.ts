import { locales, schoolTypes } from '@junheng/api-contract';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { ListedCounty, ListedSchool } from './sampling.types.ts';

/** Counties and schools of a frozen list: the draw reads the text that was published, not the register of today. */
export function readList(list: string): {
  readonly counties: readonly ListedCounty[];
  readonly schools: readonly ListedSchool[];
} {
  const lines = list.split('\n').map((line) => line.split('\t'));
  return {
    counties: lines.flatMap(([kind, code = '', size, name = '']) =>
      kind === 'county' ? [{ code, size: Number(size), name }] : [],
    ),
    schools: lines.flatMap(([kind, code = '', countyCode = '', type, locale, name = '']) =>
      kind === 'school'
        ? [{ code, countyCode, type: oneOf(schoolTypes, type), locale: oneOf(locales, locale), name }]
        : [],
    ),
  };
}

function oneOf<Value extends string>(known: readonly Value[], text: string | undefined): Value {
  const found = known.find((each) => each === text);
  if (found === undefined) throw new InvariantError(`a frozen list names an unknown ${text ?? ''}`);
  return found;
}

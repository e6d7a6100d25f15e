import type { RegisterSchoolRequest, SchoolDetail } from '@junheng/api-contract';

/** The lists of the contract, as data of the page: the contract itself stays out of it. The type checks keep them whole. */
const types: Readonly<Record<RegisterSchoolRequest['type'], true>> = {
  primary: true,
  junior: true,
  'nine-year': true,
  'twelve-year': true,
  'full-middle': true,
  'teaching-point': true,
  'special-education': true,
  vocational: true,
};
export const schoolTypes = Object.keys(types) as readonly RegisterSchoolRequest['type'][];
export const ownerships = ['public', 'private'] as const satisfies readonly RegisterSchoolRequest['ownership'][];
export const locales = ['urban', 'town', 'rural'] as const satisfies readonly RegisterSchoolRequest['locale'][];

/** Yes/no facts of the site that the special rules need and that stay from year to year; a report begins with them. */
export const siteFacts = ['built-2010-or-before', 'built-2016-or-before', 'dense-city-centre'] as const;
type Flags = RegisterSchoolRequest['flags'];

/** What is typed about a school; empty where nothing was chosen. */
export interface SchoolForm {
  readonly name: string;
  readonly code: string;
  readonly regionId: string;
  readonly type: string;
  readonly ownership: string;
  readonly locale: string;
  readonly boarding: boolean;
  readonly foundedYear: string;
  readonly parentSchoolId: string;
  readonly countedAsSchool: boolean;
  /** With those that this page does not ask about; absent: nobody has said. */
  readonly flags: Flags;
  readonly day: string;
}

export const emptySchool: Omit<SchoolForm, 'day'> = {
  name: '',
  code: '',
  regionId: '',
  type: '',
  ownership: 'public',
  locale: '',
  boarding: false,
  foundedYear: '',
  parentSchoolId: '',
  countedAsSchool: true,
  flags: {},
};

export function formOf(school: SchoolDetail, day: string): SchoolForm {
  return {
    name: school.name,
    code: school.code,
    regionId: school.regionId,
    type: school.type,
    ownership: school.ownership,
    locale: school.locale,
    boarding: school.boarding,
    foundedYear: school.foundedYear === null ? '' : String(school.foundedYear),
    parentSchoolId: school.parentSchoolId ?? '',
    countedAsSchool: school.countedAsSchool,
    flags: school.flags,
    day,
  };
}

/** One fact answered, or taken back to unanswered. */
export function withFlag(flags: Flags, id: string, value: string): Flags {
  const { [id]: _before, ...others } = flags;
  return value === 'yes' || value === 'no' ? { ...others, [id]: value } : others;
}

export type SchoolFault = 'name' | 'code' | 'regionId' | 'type' | 'locale' | 'foundedYear' | 'day';

/** What is missing or cannot be. */
export function schoolFaults(form: SchoolForm): ReadonlySet<SchoolFault> {
  const faults = new Set<SchoolFault>();
  if (form.name.trim().length < 2) faults.add('name');
  if (!/^[0-9A-Za-z]{4,20}$/.test(form.code.trim())) faults.add('code');
  if (form.regionId === '') faults.add('regionId');
  if (!schoolTypes.some((type) => type === form.type)) faults.add('type');
  if (!locales.some((locale) => locale === form.locale)) faults.add('locale');
  if (form.foundedYear.trim() !== '' && !/^(18|19|20)\d\d$/.test(form.foundedYear.trim())) faults.add('foundedYear');
  if (!/^\d{4}-\d\d-\d\d$/.test(form.day)) faults.add('day');
  return faults;
}

/** The facts as the API takes them; null while something is missing. */
export function factsOf(form: SchoolForm): Omit<RegisterSchoolRequest, 'code' | 'openedOn'> | null {
  const type = schoolTypes.find((each) => each === form.type);
  const ownership = ownerships.find((each) => each === form.ownership);
  const locale = locales.find((each) => each === form.locale);
  if (type === undefined || ownership === undefined || locale === undefined) return null;
  const campus = form.parentSchoolId !== '';
  return {
    name: form.name.trim(),
    regionId: form.regionId,
    type,
    ownership,
    locale,
    boarding: form.boarding,
    foundedYear: form.foundedYear.trim() === '' ? null : Number(form.foundedYear),
    parentSchoolId: campus ? form.parentSchoolId : null,
    countedAsSchool: !campus || form.countedAsSchool,
    flags: form.flags,
  };
}

import type { Amount } from '../items/amount.ts';
import type { Source } from '../items/item-definition.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';

export interface SettingChange {
  readonly setting: string;
  readonly value: string;
  readonly source: Source;
}

/** The edition with the value in every amount that reads the setting; a requirement or special rule that reads it says where it comes from. */
export function withSetting(edition: Edition, change: SettingChange): Edition {
  return {
    ...edition,
    requirements: edition.requirements.map((each) => changed(each, change)),
    specialRules: edition.specialRules.map((each) => changed(each, change)),
  };
}

function changed<T extends Requirement | Edition['specialRules'][number]>(each: T, change: SettingChange): T {
  const own = withValue(each, (id) => (id === change.setting ? change.value : undefined));
  return own === each ? each : { ...own, source: change.source };
}

/** The same data with every setting open: what else differs does not depend on them. */
export function withoutSettings<T>(data: T): T {
  return withValue(data, () => null);
}

/** The values that each setting has somewhere in the edition; more than one is an error of its author. */
export function settingValues(edition: Edition): ReadonlyMap<string, readonly (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  withValue(edition, (id, value) => {
    const own = found.get(id) ?? [];
    if (!own.includes(value)) own.push(value);
    found.set(id, own);
    return undefined;
  });
  return found;
}

/** Editions are plain data: settings stand in them at whatever depth. The same object where no value becomes another. */
function withValue<T>(data: T, valueOf: (id: string, value: string | null) => string | null | undefined): T {
  if (typeof data !== 'object' || data === null) return data;
  if (isSetting(data)) {
    const value = valueOf(data.id, data.value);
    return value === undefined || value === data.value ? data : { ...data, value };
  }
  if (Array.isArray(data)) {
    const own: readonly unknown[] = data.map((each: unknown) => withValue(each, valueOf));
    return own.some((each, index) => each !== data[index]) ? (own as T) : data;
  }
  const entries = Object.entries(data).map(([key, each]) => [key, each, withValue(each as unknown, valueOf)] as const);
  return entries.some(([, before, after]) => before !== after)
    ? (Object.fromEntries(entries.map(([key, , after]) => [key, after])) as T)
    : data;
}

type Setting = Extract<Amount, { readonly kind: 'setting' }>;

function isSetting(data: object): data is Setting {
  return 'kind' in data && data.kind === 'setting' && 'id' in data && typeof data.id === 'string';
}

import type { unitKinds } from '@junheng/api-contract';

/** A section, department, town government or office (科室、部门、乡镇政府、迎检办). Dates are `YYYY-MM-DD`. */
export interface UnitRecord {
  readonly id: string;
  readonly regionId: string;
  readonly parentId: string | null;
  readonly kind: (typeof unitKinds)[number];
  readonly name: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

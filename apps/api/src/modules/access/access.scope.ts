import { permissionsByRole, type Permission, type Role } from '@junheng/api-contract';
import type { HeldGrant } from './access.types.ts';

/** Collects the values of one statement: `add` gives the placeholder. */
export class SqlParameters {
  private readonly collected: unknown[] = [];

  add(value: unknown): string {
    this.collected.push(value);
    return `$${this.collected.length}`;
  }

  get values(): readonly unknown[] {
    return this.collected;
  }
}

/** A scope as JSON: for a statement that serves several callers at once. */
export interface ScopeFacts {
  readonly everything: boolean;
  /** LIKE patterns of region paths. */
  readonly regions: readonly string[];
  readonly schools: readonly string[];
  readonly areas: readonly string[];
}

/**
 * SQL condition: the school whose id stands in `column` lies within the scope whose facts are the JSONB `facts`. The same as
 * `Scope.schools`, for rows of several callers in one statement.
 */
export function schoolsWithinFacts(column: string, facts: string): string {
  const texts = (name: string) => `ARRAY(SELECT jsonb_array_elements_text(${facts} -> '${name}'))`;
  return `((${facts} ->> 'everything')::boolean
    OR jsonb_exists(${facts} -> 'schools', ${column}::text)
    OR EXISTS (SELECT FROM school_versions v JOIN regions r ON r.id = v.region_id
        WHERE v.school_id = ${column} AND v.valid_to IS NULL AND r.path LIKE ANY (${texts('regions')}))
    OR EXISTS (SELECT FROM area_schools a
        WHERE a.school_id = ${column} AND a.ends_on IS NULL AND a.area_id::text = ANY (${texts('areas')})))`;
}

/**
 * What one caller may reach: a required argument of every repository read and write. Made of the grants whose role carries
 * the permission that the route asks for; without any, it reaches nothing.
 */
export class Scope {
  private constructor(
    readonly personId: string | null,
    private readonly held: readonly HeldGrant[],
    private readonly everything: boolean,
  ) {}

  static of(personId: string, grants: readonly HeldGrant[]): Scope {
    return new Scope(personId, grants, false);
  }

  /** For commands and the seeding of the demonstration: everything. Never made from a request. */
  static ofSystem(): Scope {
    return new Scope(null, [], true);
  }

  get grants(): readonly HeldGrant[] {
    return this.held;
  }

  get isSystem(): boolean {
    return this.everything;
  }

  get isEmpty(): boolean {
    return !this.everything && this.held.length === 0;
  }

  /** Only the grants whose role carries this permission. */
  narrowedTo(permission: Permission): Scope {
    return new Scope(
      this.personId,
      this.held.filter((grant) => permissionsByRole[grant.role].includes(permission)),
      this.everything,
    );
  }

  /** Only the grants of this role. */
  heldAs(role: Role): Scope {
    return new Scope(
      this.personId,
      this.held.filter((grant) => grant.role === role),
      this.everything,
    );
  }

  /** Is this permission held anywhere in this scope? Whether it holds at a certain school is for `schools` to say. */
  carries(permission: Permission): boolean {
    return !this.narrowedTo(permission).isEmpty;
  }

  /** What `schools` asks for, as data: read by `schoolsWithinFacts`. */
  get facts(): ScopeFacts {
    return {
      everything: this.everything,
      regions: this.regionPrefixes(),
      schools: this.schoolIds(),
      areas: this.areaIds(),
    };
  }

  /** SQL condition: the school whose id stands in `column` lies within this scope. */
  schools(column: string, parameters: SqlParameters): string {
    if (this.everything) return 'TRUE';
    const conditions: string[] = [];
    const prefixes = this.regionPrefixes();
    if (prefixes.length > 0) {
      conditions.push(
        `${column} IN (SELECT v.school_id FROM school_versions v JOIN regions r ON r.id = v.region_id
          WHERE v.valid_to IS NULL AND r.path LIKE ANY (${parameters.add(prefixes)}::text[]))`,
      );
    }
    const schoolIds = this.schoolIds();
    if (schoolIds.length > 0) conditions.push(`${column} = ANY (${parameters.add(schoolIds)}::uuid[])`);
    const areaIds = this.areaIds();
    if (areaIds.length > 0) {
      conditions.push(
        `${column} IN (SELECT a.school_id FROM area_schools a
          WHERE a.area_id = ANY (${parameters.add(areaIds)}::uuid[]) AND a.ends_on IS NULL)`,
      );
    }
    return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
  }

  /**
   * SQL condition: the region whose id stands in `column` lies within this scope. Grants at a school or an area reach no
   * region: what belongs to a whole county (its rounds, data sets, evaluations) asks for a grant at that county or above.
   */
  regions(column: string, parameters: SqlParameters): string {
    if (this.everything) return 'TRUE';
    const prefixes = this.regionPrefixes();
    return prefixes.length === 0
      ? 'FALSE'
      : `${column} IN (SELECT r.id FROM regions r WHERE r.path LIKE ANY (${parameters.add(prefixes)}::text[]))`;
  }

  /** SQL condition on a region's `path`: within this scope, or on the way from the top to a place in it (for names). */
  regionsOnTheWay(pathColumn: string, parameters: SqlParameters): string {
    if (this.everything) return 'TRUE';
    if (this.held.length === 0) return 'FALSE';
    const paths = this.held.map(({ place }) => place.path);
    const prefixes = this.regionPrefixes();
    const within = prefixes.length === 0 ? 'FALSE' : `${pathColumn} LIKE ANY (${parameters.add(prefixes)}::text[])`;
    return `(${within} OR EXISTS (SELECT 1 FROM unnest(${parameters.add(paths)}::text[]) AS own (path)
      WHERE starts_with(own.path, ${pathColumn})))`;
  }

  /** Does the region with this path lie within a region of this scope? */
  coversRegionPath(path: string): boolean {
    return (
      this.everything ||
      this.held.some(({ place }) => (place.kind === 'region' || place.kind === 'unit') && path.startsWith(place.path))
    );
  }

  /** Is this very school granted (not through its region)? For what only the school itself may do. */
  holdsSchool(schoolId: string): boolean {
    return this.held.some(({ place }) => place.kind === 'school' && place.schoolId === schoolId);
  }

  private schoolIds(): readonly string[] {
    return this.held.flatMap(({ place }) => (place.kind === 'school' ? [place.schoolId] : []));
  }

  private areaIds(): readonly string[] {
    return this.held.flatMap(({ place }) => (place.kind === 'area' ? [place.areaId] : []));
  }

  /** LIKE patterns; paths hold only digits, letters and slashes. */
  private regionPrefixes(): readonly string[] {
    return this.held.flatMap(({ place }) =>
      place.kind === 'region' || place.kind === 'unit' ? [`${place.path}%`] : [],
    );
  }
}

import type { Role } from '@junheng/api-contract';
import type { Place } from '../../modules/access/access.types.ts';
import { Scope } from '../../modules/access/access.scope.ts';
import type { OneTimeLinksService } from '../../modules/access/one-time-links.service.ts';
import type { PeopleService } from '../../modules/access/people.service.ts';
import { systemActor, type Actor } from '../../platform/database/actor.ts';
import type { RegisteredCounty, RegisteredDemoSchool } from './demo-register.ts';
import type { DemoCast } from './demo-round-states.ts';
import type { DemoSignIn } from './demo-sign-ins.ts';

/** Somebody of the demonstration, able to act through the services as if signed in. */
export interface DemoPerson {
  readonly actor: Actor;
  readonly scope: Scope;
}

export interface SchoolPeople {
  readonly reporter: DemoPerson;
  readonly principal: DemoPerson;
}

export interface DemoPeople {
  readonly administrator: DemoPerson;
  readonly sectionOfficer: DemoPerson;
  /** By school id. */
  readonly atSchools: ReadonlyMap<string, SchoolPeople>;
  readonly signIns: readonly DemoSignIn[];
}

/** Names are those of posts: nobody here could be a real person. */
const ADDRESS = '127.0.0.1';

interface Wanted {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly place: { readonly kind: Place['kind']; readonly id: string };
}

/**
 * A reporter and a principal for every school, and the people of bureau, city and inspection. Only the accounts that are printed
 * get a password; the others are as a bureau makes them, waiting for their owner to open a link.
 */
export async function createPeople(
  people: PeopleService,
  links: OneTimeLinksService,
  registered: RegisteredCounty,
  cast: DemoCast,
  password: string,
): Promise<DemoPeople> {
  const signIns: DemoSignIn[] = [];
  const create = async (wanted: Wanted, signIn: Pick<DemoSignIn, 'role' | 'app'> | null): Promise<DemoPerson> => {
    const { login, displayName, role, place } = wanted;
    const { person, grants, link } = await people.create(Scope.ofSystem(), systemActor('demonstration'), {
      login,
      displayName,
      grant: { role, place },
    });
    if (signIn !== null) {
      await links.redeem(link.url.slice(link.url.lastIndexOf('/') + 1), password, undefined, ADDRESS);
      await people.markPasswordPrinted(systemActor('demonstration'), person.id);
      signIns.push({ role: signIn.role, name: displayName, login, password, app: signIn.app });
    }
    const actor: Actor = {
      kind: 'person',
      personId: person.id,
      name: person.displayName,
      sessionId: 'demonstration',
      address: ADDRESS,
    };
    return { actor, scope: Scope.of(person.id, grants) };
  };

  const atSchools = new Map<string, SchoolPeople>();
  const createAt = async ({ id, school }: RegisteredDemoSchool): Promise<void> => {
    const part = id === cast.schoolA.id ? 'school-a' : id === cast.schoolB.id ? 'school-b' : null;
    const place = { kind: 'school', id } as const;
    const reporter = await create(
      {
        login: part === null ? `${school.code}-reporter` : `${part}-reporter`,
        displayName: `${school.name}填报员`,
        role: 'school-reporter',
        place,
      },
      part === null ? null : { role: `${part}-reporter`, app: 'school-portal' },
    );
    const principal = await create(
      {
        login: part === null ? `${school.code}-principal` : `${part}-principal`,
        displayName: `${school.name}校长`,
        role: 'school-principal',
        place,
      },
      part === null ? null : { role: `${part}-principal`, app: 'school-portal' },
    );
    atSchools.set(id, { reporter, principal });
  };
  // The two that are printed come first.
  const others = registered.schools.filter(({ id }) => id !== cast.schoolA.id && id !== cast.schoolB.id);
  for (const school of [cast.schoolA, cast.schoolB, ...others]) await createAt(school);

  const inConsole = (role: string) => ({ role, app: 'admin-console' }) as const;
  const sectionOfficer = await create(
    {
      login: 'section-officer',
      displayName: '县教育局督导室科员',
      role: 'section-officer',
      place: { kind: 'unit', id: registered.sectionId },
    },
    inConsole('section-officer'),
  );
  const administrator = await create(
    {
      login: 'county-administrator',
      displayName: '县教育局管理员',
      role: 'county-administrator',
      place: { kind: 'region', id: registered.countyId },
    },
    inConsole('county-administrator'),
  );
  await create(
    {
      login: 'city-reviewer',
      displayName: '市教育局复核员',
      role: 'city-reviewer',
      place: { kind: 'region', id: registered.cityId },
    },
    inConsole('city-reviewer'),
  );
  await create(
    {
      login: 'inspector',
      displayName: '县督学',
      role: 'inspector',
      place: { kind: 'region', id: registered.countyId },
    },
    inConsole('inspector'),
  );
  return { administrator, sectionOfficer, atSchools, signIns };
}

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
  readonly id: string;
  readonly name: string;
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
  readonly cityReviewer: DemoPerson;
  readonly inspector: DemoPerson;
  /** By school id. */
  readonly atSchools: ReadonlyMap<string, SchoolPeople>;
}

/** Those who take part in what happens beside the rounds. */
export interface DemoOfficials {
  /** Responsible inspector (责任督学) of the first area, and the second on the county's teams. */
  readonly areaInspector: DemoPerson;
  /** Answers for some sections of the form at school A. */
  readonly colleague: DemoPerson;
}

/** Names are those of posts: nobody here could be a real person. */
const ADDRESS = '127.0.0.1';

type PrintedAs = Pick<DemoSignIn, 'role' | 'app'>;
const inConsole = (role: string): PrintedAs => ({ role, app: 'admin-console' });

interface Wanted {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly place: { readonly kind: Place['kind']; readonly id: string };
}

/** Makes accounts. Only those that are printed get a password; the others are as a bureau makes them, waiting for their owner. */
export class DemoAccounts {
  /** In the order in which they are printed. */
  readonly signIns: DemoSignIn[] = [];

  constructor(
    private readonly people: PeopleService,
    private readonly links: OneTimeLinksService,
    private readonly password: string,
  ) {}

  async create({ login, displayName, role, place }: Wanted, printed: PrintedAs | null): Promise<DemoPerson> {
    const { people, links, password } = this;
    const { person, grants, link } = await people.create(Scope.ofSystem(), systemActor('demonstration'), {
      login,
      displayName,
      grant: { role, place },
    });
    if (printed !== null) {
      await links.redeem(link.url.slice(link.url.lastIndexOf('/') + 1), password, undefined, ADDRESS);
      await people.markPasswordPrinted(systemActor('demonstration'), person.id);
      this.signIns.push({ role: printed.role, name: displayName, login, password, app: printed.app });
    }
    const actor = {
      kind: 'person',
      personId: person.id,
      name: displayName,
      sessionId: 'demonstration',
      address: ADDRESS,
    } as const;
    return { id: person.id, name: displayName, actor, scope: Scope.of(person.id, grants) };
  }
}

/** A reporter and a principal for every school, and the people of bureau, city and inspection. */
export async function createPeople(
  accounts: DemoAccounts,
  registered: RegisteredCounty,
  cast: DemoCast,
): Promise<DemoPeople> {
  const create = accounts.create.bind(accounts);
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
  const cityReviewer = await create(
    {
      login: 'city-reviewer',
      displayName: '市教育局复核员',
      role: 'city-reviewer',
      place: { kind: 'region', id: registered.cityId },
    },
    inConsole('city-reviewer'),
  );
  const inspector = await create(
    {
      login: 'inspector',
      displayName: '县督学',
      role: 'inspector',
      place: { kind: 'region', id: registered.countyId },
    },
    inConsole('inspector'),
  );
  return { administrator, sectionOfficer, cityReviewer, inspector, atSchools };
}

export async function createOfficials(
  accounts: DemoAccounts,
  registered: RegisteredCounty,
  cast: DemoCast,
): Promise<DemoOfficials> {
  const areaInspector = await accounts.create(
    {
      login: 'area-inspector',
      displayName: '第1责任区督学',
      role: 'inspector',
      place: { kind: 'area', id: registered.inspectionAreaId },
    },
    inConsole('area-inspector'),
  );
  await accounts.create(
    {
      login: 'province-reviewer',
      displayName: '省教育厅审核员',
      role: 'province-reviewer',
      place: { kind: 'region', id: registered.provinceId },
    },
    inConsole('province-reviewer'),
  );
  const colleague = await accounts.create(
    {
      login: 'school-a-colleague',
      displayName: `${cast.schoolA.school.name}总务处填报员`,
      role: 'school-reporter',
      place: { kind: 'school', id: cast.schoolA.id },
    },
    { role: 'school-a-colleague', app: 'school-portal' },
  );
  return { areaInspector, colleague };
}

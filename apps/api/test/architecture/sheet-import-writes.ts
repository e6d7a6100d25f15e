import { peopleImportSchema, schoolImportSchema } from '@junheng/api-contract';
import type { Answer, TestApi } from '../harness/test-api.ts';

type Audited = (route: string, write: () => Promise<Answer>) => Promise<Answer>;
const idOf = ({ body }: Answer): string => schoolImportSchema.parse(body).id;

/** A sheet of schools: thrown away, and registered. */
export async function importSchools(api: TestApi, audited: Audited): Promise<void> {
  const bureau = await api.as('countyAdministrator');
  const upload = (code: string) => {
    const form = new FormData();
    const lines = ['学校标识码,学校名称,办学类型,城乡类型', `${code},批量登记${code}小学,小学,镇区`];
    form.append('file', new Blob([`\uFEFF${lines.join('\r\n')}\r\n`]), '学校.csv');
    return audited('POST /counties/:countyId/school-imports', () =>
      bureau.send('POST', `/counties/${api.world.county}/school-imports`, { body: form }),
    );
  };
  const first = await upload('9901017001');
  await audited('POST /school-imports/:schoolImportId/discard', () =>
    bureau.post(`/school-imports/${idOf(first)}/discard`),
  );
  const second = await upload('9901017002');
  await audited('POST /school-imports/:schoolImportId/confirm', () =>
    bureau.post(`/school-imports/${idOf(second)}/confirm`, { warningsConfirmed: false }),
  );
}

/** A sheet of people: thrown away, and taken over. */
export async function importPeople(api: TestApi, audited: Audited): Promise<void> {
  const bureau = await api.as('countyAdministrator');
  const upload = async (login: string) => {
    const form = new FormData();
    const lines = ['姓名,账号,角色,单位', `批量${login},${login},填报员,东镇中心小学`];
    form.append('file', new Blob([`\uFEFF${lines.join('\r\n')}\r\n`]), '人员.csv');
    const { body } = await audited('POST /counties/:countyId/people-imports', () =>
      bureau.send('POST', `/counties/${api.world.county}/people-imports`, { body: form }),
    );
    return peopleImportSchema.parse(body).id;
  };
  const first = await upload('sheet.one');
  await audited('POST /people-imports/:peopleImportId/discard', () => bureau.post(`/people-imports/${first}/discard`));
  const second = await upload('sheet.two');
  await audited('POST /people-imports/:peopleImportId/confirm', () =>
    bureau.post(`/people-imports/${second}/confirm`, { warningsConfirmed: false }),
  );
}

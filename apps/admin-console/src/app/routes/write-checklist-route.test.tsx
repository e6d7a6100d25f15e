import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { knownSession } from '../../server/session.factory.ts';
import { fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const [own] = knownSession().session.grants;
const county = own?.place.kind === 'region' ? own.place.regionId : '';
const region = (id: string, level: string, name: string, parentId: string | null) => ({
  id,
  level,
  name,
  parentId,
  code: '9901',
  timeZone: 'Asia/Shanghai',
});

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /regions', {
      regions: [
        region('province', 'province', '示例省', null),
        region('city', 'city', '示例市', 'province'),
        region(county, 'county', '示例县', 'city'),
        region('town', 'town', '东镇', county),
      ],
    })
    .on('GET /checklists', { checklists: [] })
    .on('POST /checklists', { id: 'c-1' });
});

test('a checklist is for the own county, and what is typed is not left without asking', async () => {
  const { router } = showRoute('/checklists/new');
  await userEvent.type(await screen.findByLabelText('清单名称'), '安全清单');
  expect(screen.queryByLabelText('适用地区')).toBeNull();
  await userEvent.type(screen.getByLabelText('看什么'), '门前有护栏');
  await userEvent.click(screen.getByRole('link', { name: '取消' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '继续填写' }));
  expect(router.state.location.pathname).toBe('/checklists/new');
  await userEvent.click(screen.getByRole('button', { name: '发布清单' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '确定' }));
  await screen.findByText('还没有督查清单');
  expect(router.state.location.pathname).toBe('/checklists');
  expect(server().sentTo('POST /checklists')).toMatchObject([{ regionId: county, name: '安全清单' }]);
});

test('nothing typed is left at once', async () => {
  const { router } = showRoute('/checklists/new');
  await userEvent.click(await screen.findByRole('link', { name: '取消' }));
  await screen.findByText('还没有督查清单');
  expect(router.state.location.pathname).toBe('/checklists');
});

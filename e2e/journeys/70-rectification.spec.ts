import { AsPerson } from '../harness/as-person.ts';
import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { pdfFile } from '../harness/made-files.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();
test.setTimeout(180_000);

const AREA = 'teaching-rooms-area';
const PROBLEM = '生均教学及辅助用房面积（小学）';

interface Report {
  readonly revision: number;
  readonly status: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly cellRevisions: Readonly<Record<string, number>>;
  readonly school: { readonly id: string };
}
interface Due {
  readonly selfReports: readonly {
    readonly id: string;
    readonly round: { readonly id: string; readonly year: number };
  }[];
}

/** The school, its principal and the bureau bring this area of rooms to approval, all else as it was reported before. */
class Approvals {
  private reportId = '';

  constructor(
    private readonly school: AsPerson,
    private readonly principal: AsPerson,
    private readonly county: AsPerson,
    private readonly roundId: string,
  ) {}

  async approve(area: (before: Readonly<Record<string, string>>) => string): Promise<void> {
    const due = await this.school.get<Due>('/self-reports/due');
    this.reportId = due.selfReports.find(({ round }) => round.id === this.roundId)?.id ?? '';
    const first = await this.read();
    if (first.status === 'approved') {
      await this.county.send('POST', `/self-reports/${this.reportId}/return`, {
        revision: first.revision,
        reasons: [{ cell: AREA, reason: '请核实面积' }],
      });
    }
    const earlier = due.selfReports.toSorted((a, b) => a.round.year - b.round.year)[0];
    const known = await this.school.get<Report>(`/self-reports/${earlier?.id ?? ''}`);
    const now = await this.read();
    const cells = { ...known.cells, [AREA]: area(known.cells) };
    await this.school.send('PATCH', `/self-reports/${this.reportId}/cells`, {
      key: crypto.randomUUID(),
      changes: Object.entries(cells).map(([cell, value]) => ({
        cell,
        value,
        baseRevision: now.cellRevisions[cell] ?? 0,
      })),
    });
    await this.submit();
    await this.county.send('POST', `/self-reports/${this.reportId}/approve`, {
      revision: (await this.read()).revision,
    });
  }

  async schoolId(): Promise<string> {
    return (await this.read()).school.id;
  }

  private read(): Promise<Report> {
    return this.school.get<Report>(`/self-reports/${this.reportId}`);
  }

  /** Whatever the checks find odd gets its reason. */
  private async submit(): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        const { revision } = await this.read();
        await this.principal.send('POST', `/self-reports/${this.reportId}/submit`, { revision });
        return;
      } catch (error) {
        const text = error instanceof Error ? error.message : '';
        const found = [...text.matchAll(/"at":"([^"]+)","code":"reason-missing","facts":\{"ruleId":"([^"]+)"/g)];
        if (found.length === 0) throw error;
        for (const [, at, rule] of found) {
          const key = encodeURIComponent(`${rule ?? ''}@${at ?? ''}`);
          await this.school.send('PUT', `/self-reports/${this.reportId}/check-reasons/${key}`, {
            reason: '已核对无误',
          });
        }
      }
    }
    throw new Error('the report was not submitted');
  }
}

const evaluate = async (county: AsPerson, roundId: string): Promise<void> => {
  await county.send('POST', `/rounds/${roundId}/evaluations`, {});
};
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('from a failing evaluation to a closed row, and open again when later data fail', async ({
  page,
  signIn,
  shot,
  someoneElse,
}) => {
  const [reporter, principal, inspector] = [await someoneElse(), await someoneElse(), await someoneElse()];
  await signIn('county-administrator');
  await reporter.signIn('school-b-reporter');
  await principal.signIn('school-b-principal');
  await inspector.signIn('inspector');
  const county = await AsPerson.of(page);
  const { rounds } = await county.get<{ rounds: { regionId: string; editionId: string; year: number }[] }>('/rounds');
  const newest = rounds.toSorted((a, b) => b.year - a.year)[0];
  const round = await county.send<{ id: string }>('POST', '/rounds', {
    regionId: newest?.regionId,
    editionId: newest?.editionId,
    kind: 're-check',
    year: (newest?.year ?? 2026) + 1,
    opensOn: dayIn(-1),
    deadline: dayIn(30),
    onePersonMaySubmit: false,
  });
  const approvals = new Approvals(
    await AsPerson.of(reporter.page),
    await AsPerson.of(principal.page),
    county,
    round.id,
  );
  const perPupil = (square: number) => (cells: Readonly<Record<string, string>>) =>
    String(Math.round(Number(cells['pupils.primary']) * square));
  await approvals.approve(perPupil(3));
  await page.goto(new URL(`/admin/rounds/${round.id}/evaluations`, page.url()).href);
  await page.getByRole('button', { name: '运行评估' }).click();
  await page.waitForURL(/\/evaluations\/[0-9a-f-]{36}/);

  // The bureau finds the row, gives it to the school, and says what will be built.
  await openPage(page, '整改台账');
  await expect(page.getByRole('heading', { level: 1, name: '整改台账' })).toBeVisible();
  await expectAccessible(page);
  await shot('ledger');
  await page.goto(`${page.url()}?school=${await approvals.schoolId()}`);
  await page.getByRole('row').getByRole('link', { name: PROBLEM }).click();
  await expect(page.getByText('新审核的数据达标后，这条自动转为待核查。')).toBeVisible();
  await page.getByRole('button', { name: '交办' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('整改期限').fill(dayIn(-3));
  await dialog.getByRole('button', { name: '交办' }).click();
  await expect(dialog).toContainText('整改期限不能早于今天');
  await dialog.getByLabel('整改期限').fill(dayIn(20));
  await dialog.getByLabel('责任人（可不填）').fill('示例校长');
  await dialog.getByRole('button', { name: '交办' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '添加措施' }).click();
  await dialog.getByLabel('类别').selectOption({ label: '建设校舍场地' });
  await dialog.getByLabel('措施内容').fill('新建一栋教学楼');
  await dialog.getByRole('button', { name: '添加一项变化' }).click();
  await dialog.getByLabel('数据项').selectOption(AREA);
  await dialog.getByLabel('增减多少').fill('9000');
  await shot('ledger-measure');
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await expect(page.getByText('措施到位后达标')).toBeVisible();
  await expectAccessible(page);
  await shot('ledger-row');
  const path = new URL(page.url()).pathname;

  // The school sees it among what is due and says how far it is.
  await reporter.open('school-portal');
  await reporter.page.getByRole('link', { name: '查看整改事项' }).click();
  const card = reporter.page.getByRole('article', { name: PROBLEM });
  await card.getByRole('button', { name: '填写进展' }).click();
  await card.getByLabel('进展').fill('教学楼已封顶');
  await card.getByRole('button', { name: '保存' }).click();
  await expect(card).toContainText('教学楼已封顶');
  await card.getByLabel('添加佐证（照片或文档）').setInputFiles(pdfFile('验收单.pdf'));
  await expect(card.getByRole('link', { name: '验收单.pdf' })).toBeVisible();
  await expectNoSidewaysScroll(reporter.page);
  await expectAccessible(reporter.page);
  await reporter.shot('school-rectifications');

  // New numbers pass; an inspector closes the row, in English.
  await approvals.approve(perPupil(6));
  await evaluate(county, round.id);
  await inspector.page.getByRole('button', { name: 'English' }).click();
  await inspector.page.goto(new URL(path, inspector.page.url()).href);
  await expect(inspector.page.getByText('The newest approved data pass.')).toBeVisible();
  await inspector.page.getByRole('button', { name: 'Verify and close' }).click();
  await inspector.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(inspector.page.getByText('Closed. It opens again by itself when later data fail.')).toBeVisible();
  await expectAccessible(inspector.page);
  await inspector.shot('ledger-closed-en');

  // Later data fail: the row is open again, and says so in both languages. Another area than the first, whose return asked for one.
  await approvals.approve(perPupil(3.1));
  await evaluate(county, round.id);
  await inspector.page.reload();
  await expect(inspector.page.getByText('New data fail: opened again')).toBeVisible();
  await inspector.shot('ledger-reopened-en');
  await page.reload();
  await expect(page.getByText('新数据不达标，重新打开')).toBeVisible();
  await page.getByRole('link', { name: '整改台账' }).last().click();
  await page.getByRole('link', { name: '汇总' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '汇总' })).toBeVisible();
  // Opened by its address, it has its words, too.
  await page.reload();
  await expect(page.getByRole('rowheader', { name: '学校指标' })).toBeVisible();
  await expectAccessible(page);
  await shot('ledger-summary');
  await page.getByRole('link', { name: '措施覆盖' }).click();
  // What was built the first time stands in the data: the row that opened again needs something new.
  await expect(page.getByText('1 个问题中，还有 1 个没有到位的措施')).toBeVisible();
  await shot('ledger-coverage');
});

import type { Page } from '@playwright/test';

/** What the tests look at of a self-report as the server has it. */
export interface ReportView {
  readonly id: string;
  readonly status: string;
  readonly cells: Readonly<Record<string, string>>;
}

const OPEN_REPORT = /^\/reports\/([^/]+)/;

/** The report that is open, or about to be, on a page of the school portal, as the server has it now. */
export async function ownReport(page: Page): Promise<ReportView> {
  await page.waitForURL(({ pathname }) => OPEN_REPORT.test(pathname));
  const { pathname, origin } = new URL(page.url());
  const id = OPEN_REPORT.exec(pathname)?.[1] ?? '';
  const answer = await page.context().request.get(`${origin}/api/v1/self-reports/${id}`);
  if (!answer.ok()) throw new Error(`The report could not be read: ${answer.status()}`);
  return (await answer.json()) as ReportView;
}

import type { Page } from '@playwright/test';

/** What the tests look at of a self-report as the server has it. */
export interface ReportView {
  readonly id: string;
  readonly status: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** The report that is open on a page of the school portal, as the server has it now. */
export async function ownReport(page: Page): Promise<ReportView> {
  const { pathname, origin } = new URL(page.url());
  const id = /^\/reports\/([^/]+)/.exec(pathname)?.[1];
  if (id === undefined) throw new Error(`No report is open at ${page.url()}`);
  const answer = await page.context().request.get(`${origin}/api/v1/self-reports/${id}`);
  if (!answer.ok()) throw new Error(`The report could not be read: ${answer.status()}`);
  return (await answer.json()) as ReportView;
}

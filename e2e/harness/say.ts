import type { Page, TestInfo } from '@playwright/test';

export type Saying = (zh: string, en: string) => string;

/**
 * Journeys in both languages: Chinese on the desk, English on the phone. The words for the project that is running.
 */
export function sayingFor({ project }: TestInfo): Saying {
  return (zh, en) => (project.name === 'phone' ? en : zh);
}

/** Puts a page that is signed in into the language of the project. */
export async function speak(page: Page, { project }: TestInfo): Promise<void> {
  const name = project.name === 'phone' ? 'English' : '中文';
  await page.getByRole('button', { name, exact: true }).first().click();
}

import { expect, type Page, type TestInfo } from '@playwright/test';

export type Saying = (zh: string, en: string) => string;

/**
 * Journeys in both languages: Chinese on the desk, English on the phone. The words for the project that is running.
 */
export function sayingFor({ project }: TestInfo): Saying {
  return (zh, en) => (project.name === 'phone' ? en : zh);
}

/** Puts a page that is signed in into the language of the project. */
export async function speak(page: Page, { project }: TestInfo): Promise<void> {
  await speakIn(page, project.name === 'phone' ? 'English' : '中文');
}

/**
 * Chooses a language and waits until the account has heard of it, where somebody is signed in: the next page asks the account, and so
 * does the next journey of this person.
 *
 * @param told false on a page whose choice stays on the device
 */
export async function speakIn(page: Page, name: '中文' | 'English', told = true): Promise<void> {
  const language = name === 'English' ? 'en' : 'zh-CN';
  const choice = page.getByRole('button', { name, exact: true }).first();
  await choice.click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  if (!told) return;
  const ofAccount = async (): Promise<string | null> => {
    const answer = await page.context().request.get(`${new URL(page.url()).origin}/api/v1/session`);
    return answer.ok() ? ((await answer.json()) as { language: string | null }).language : language;
  };
  await expect(async () => {
    if ((await ofAccount()) === language) return;
    // Chosen while somebody was just coming in, when there was no account yet that could have been told.
    await choice.click();
    throw new Error(`The account has not heard of ${name}`);
  }).toPass({ timeout: 30_000 });
}

import type { APIResponse, Page } from '@playwright/test';

/** Calls of the API as the person who is signed in on a page, for what a journey needs done and does not look at. */
export class AsPerson {
  private constructor(
    private readonly page: Page,
    private readonly token: string,
  ) {}

  static async of(page: Page): Promise<AsPerson> {
    const answer = await page.context().request.get(`${new URL(page.url()).origin}/api/v1/session`);
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return new AsPerson(page, csrfToken);
  }

  async get<Body>(path: string): Promise<Body> {
    return this.answer<Body>(await this.page.context().request.get(this.url(path)));
  }

  async send<Body>(method: 'POST' | 'PATCH' | 'PUT', path: string, data: unknown): Promise<Body> {
    const headers = { 'x-csrf-token': this.token };
    return this.answer<Body>(await this.page.context().request.fetch(this.url(path), { method, headers, data }));
  }

  private url(path: string): string {
    return `${new URL(this.page.url()).origin}/api/v1${path}`;
  }

  private async answer<Body>(answer: APIResponse): Promise<Body> {
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return (text === '' ? null : JSON.parse(text)) as Body;
  }
}

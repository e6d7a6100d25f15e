import { expectAccessible } from '../harness/accessibility.ts';
import { authenticator } from '../harness/authenticator.ts';
import { enter, expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { demoSignIn } from '../harness/running-server.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

test(
  'the bureau makes the second factor compulsory for a role; its people are led to set it up before anything else',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot, faults }, info) => {
    test.setTimeout(180_000);
    faults.expect(/status of (401|422)/);
    const say = sayingFor(info);
    // Another role on the phone: the county has one state for both.
    const [role, word] =
      info.project.name === 'phone'
        ? (['school-a-principal', 'Principal'] as const)
        : (['school-a-reporter', '填报员'] as const);
    const atWork = await someoneElse();
    await atWork.signIn(role);

    await signIn('county-administrator');
    await speak(page, info);
    await page.goto(new URL('/admin/audit/sign-ins', page.url()).href);
    const form = page.locator('section', {
      has: page.getByRole('heading', { name: say('动态验证码要求', 'Who must have') }),
    });
    await expect(form).toContainText(say('还没有设置', 'without one'));
    await form.getByLabel(word, { exact: true }).check();
    await expectAccessible(page);
    await shot('factor-rules');
    await form.getByRole('button', { name: say('保存', 'Save') }).click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect(form).toContainText(say('已保存', 'Saved'));

    // Who is at work goes on.
    await atWork.page.reload();
    await expect(atWork.page.locator('a.jh-button--large').first()).toBeVisible();

    const next = await someoneElse();
    const { login, password } = demoSignIn(role);
    await next.open('school-portal');
    await enter(next.page, login, password);
    const begin = next.page.getByRole('button', { name: /^(开始设置|Set it up)$/ });
    await expect(begin).toBeVisible();
    if (info.project.name === 'phone') {
      await next.page.getByRole('button', { name: 'English', exact: true }).first().click();
      await next.page.setViewportSize({ width: 390, height: 844 });
    }
    await expect(next.page.getByRole('heading', { level: 1 })).toContainText(
      say('请先设置动态验证码', 'second factor first'),
    );
    await expectAccessible(next.page);
    await expectNoSidewaysScroll(next.page);
    await next.shot('factor-compulsory');
    // No address leads around it.
    await next.page.goto(new URL('/account', next.page.url()).href);
    await begin.click();
    const enrol = next.page.getByRole('dialog');
    await enrol.locator('input[type="password"]').fill(password);
    await enrol.locator('button[type="submit"]').click();
    const phone = authenticator(await enrol.locator('.ac-secret').innerText());
    await enrol.locator('input[autocomplete="one-time-code"]').fill(await phone.next(next.page));
    await enrol.locator('button[type="submit"]').click();
    const codes = next.page.getByRole('dialog');
    await expect(codes.getByRole('listitem')).toHaveCount(10);
    await codes.getByRole('checkbox').check();
    await codes.getByRole('button', { name: say('完成', 'Done') }).click();

    // The page that was asked for opens; what the bureau asks for cannot be turned off.
    await expect(next.page.getByText(say('不能关闭', 'cannot be turned off'))).toBeVisible();
    await expect(
      next.page.getByRole('button', { name: say('关闭动态验证码', 'Turn off the second factor') }),
    ).toHaveCount(0);
    await next.shot('factor-compulsory-account');
  },
);

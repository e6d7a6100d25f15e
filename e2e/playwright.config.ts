import { defineConfig, devices } from '@playwright/test';

/** Chromium refuses its sandbox to root, and is otherwise full of errands of its own. */
const launchArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const chromium = process.env['CHROMIUM'];
const byCommand = ['JUNHENG_GENERATED_COUNTIES', 'JUNHENG_LOSS_TRIALS'].some((name) => process.env[name] !== undefined);

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './harness/prepare-county.ts',
  outputDir: 'test-results/traces',
  // Every file has a county and a server of its own: two files side by side, the tests of one file one after another.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // On a busy CI machine a journey may run out of time once; the list then calls it flaky, and a second failure fails the run.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  // Thousands of generated counties or of attempts at losing work are tried by a command only (see run.mjs).
  globalTimeout: (byCommand ? 720 : 60) * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'on-first-retry',
    launchOptions: {
      args: launchArguments,
      ...(chromium === undefined || chromium === '' ? {} : { executablePath: chromium }),
    },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone-only/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      // Only the journeys that say so: the county has one state, and most journeys change it.
      name: 'phone',
      grep: /@phone/,
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 390, height: 844 },
        screen: { width: 390, height: 844 },
      },
    },
  ],
});

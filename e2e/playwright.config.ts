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
const LONGEST = /(?:21-nothing-lost|60-inspection-draw)\.spec\.ts$/;
const DESK = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
const byCommand = ['JUNHENG_GENERATED_COUNTIES', 'JUNHENG_LOSS_TRIALS'].some((name) => process.env[name] !== undefined);

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './harness/prepare-county.ts',
  outputDir: 'test-results/traces',
  // Every file has a county and a server of its own: two files side by side, the tests of one file one after another.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // On a busy CI machine a journey may run out of time; the list then calls it flaky, and a third failure fails the run.
  retries: process.env['CI'] ? 2 : 0,
  timeout: 180_000,
  // Thousands of generated counties or of attempts at losing work are tried by a command only (see run.mjs).
  globalTimeout: (byCommand ? 720 : 60) * 60_000,
  // Waiting costs nothing where all is well; a machine that is three times slower must not be what fails.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: 'on-first-retry',
    launchOptions: {
      args: launchArguments,
      ...(chromium === undefined || chromium === '' ? {} : { executablePath: chromium }),
    },
  },
  projects: [
    // What takes longest comes first, beside all the others: half a thousand attempts, and a draw that waits for its stated time.
    {
      name: 'longest',
      testMatch: LONGEST,
      grepInvert: /@phone-only/,
      use: DESK,
    },
    {
      name: 'desktop',
      testIgnore: LONGEST,
      grepInvert: /@phone-only/,
      use: DESK,
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

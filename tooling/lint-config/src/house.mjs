// The plan of the house as tables: who may import whom. docs/architecture.md tells the reasons.

const CORE = '@junheng/evaluation-core';
const MESSAGES = '@junheng/evaluation-messages';
const CONTRACT = '@junheng/api-contract';
const CLIENT = '@junheng/api-client';
const UI = '@junheng/ui';
const ACCOUNT_UI = '@junheng/account-ui';
const OFFLINE_JOURNAL = '@junheng/offline-journal';
const EVALUATION_UI = '@junheng/evaluation-ui';
const SYNTHETIC = '@junheng/synthetic-county';
const APP = [CLIENT, CONTRACT, CORE, MESSAGES, ACCOUNT_UI, EVALUATION_UI, OFFLINE_JOURNAL, UI];

/** Our packages that the sources of a folder may import. A folder that is missing here may not import any. */
export const PACKAGE_IMPORTS = {
  'packages/evaluation-core': [],
  'packages/ui': [],
  'packages/api-contract': [CORE],
  'packages/api-client': [CONTRACT],
  'packages/evaluation-messages': [CORE],
  'packages/account-ui': [CLIENT, UI],
  'packages/offline-journal': [CLIENT],
  'packages/evaluation-ui': [CORE, MESSAGES, UI],
  'packages/synthetic-county': [CORE],
  'apps/api': [CORE, MESSAGES, CONTRACT, SYNTHETIC],
  'apps/admin-console': APP,
  'apps/school-portal': APP,
  // The core itself only to be run in a page: the same bytes in Node and in the browser.
  e2e: [CLIENT, CORE, SYNTHETIC],
};

/** What only tests of a folder may import beside that. */
export const TEST_IMPORTS = { 'apps/api': [CLIENT] };

/** Entries of packages beside src/index.ts, each an entry of its `exports`: what must be loadable without the rest. */
export const PACKAGE_ENTRIES = [
  'packages/ui/src/plain/index.ts',
  'packages/ui/src/table/index.ts',
  'packages/evaluation-ui/src/cv-chart/index.ts',
  'packages/evaluation-ui/src/trend-chart/index.ts',
  'packages/evaluation-messages/src/audit-log/index.ts',
  'packages/evaluation-messages/src/edition-authoring/index.ts',
  'packages/evaluation-messages/src/ledger/index.ts',
  'packages/evaluation-messages/src/mail/index.ts',
  'packages/evaluation-messages/src/plain/index.ts',
  'packages/evaluation-messages/src/report-workbook/index.ts',
  'packages/evaluation-messages/src/workbook-import/index.ts',
];

/** Apps: nothing imports them. */
export const APPS = ['@junheng/api', '@junheng/admin-console', '@junheng/school-portal'];

/** The server imports the generator of counties only where it seeds the demonstration. */
export const SEEDING = /(^|\/)[^/]*(demo|seed)[^/]*(\/|\.ts$)/;

/** Packages of others that evaluation-core may import, each with the reason. */
export const CORE_DEPENDENCIES = [
  {
    name: '@noble/hashes',
    reason: 'Pure, audited SHA-256: the same in Node and in the browser, without the asynchronous crypto of either.',
  },
];

/**
 * Folders of evaluation-core/src from bottom to top; a file imports only its own and lower ones. Equal rank: no imports
 * between them. `outcome.ts` and `evaluation.ts` hold the shapes of results, `evaluate.ts` is the whole procedure; files of src that are not named here stand above all.
 */
export const CORE_LAYERS = [
  ['outcome.ts', 'rules-version.ts'],
  ['quantities'],
  ['statistics'],
  ['items'],
  ['standards'],
  ['undetermined-reason.ts'],
  ['requirement-outcome.ts'],
  ['evaluation.ts'],
  ['trace'],
  ['schools', 'registers'],
  ['indicators'],
  ['checks'],
  ['rules'],
  ['verdicts'],
  ['kernel'],
  ['fingerprints'],
  ['amendments'],
  ['evaluate.ts'],
  ['explanation'],
  ['influence', 'risk', 'sensitivity', 'comparison', 'consistency'],
  ['planning'],
  ['rectification'],
];

/** Modules of the server from top to bottom of the data flow; a module calls only modules that stand before it. */
export const API_MODULES = [
  'access',
  'organisations',
  'registers',
  'standards',
  'evidence',
  'messages',
  'rounds',
  'self-reports',
  'county-reports',
  'reviews',
  'data-sets',
  'surveys',
  'evaluations',
  'recognitions',
  'plans',
  'inspections',
  'rectifications',
  'opinions',
  'supervision',
  'documents',
  'publications',
  'audit-trail',
];

/** Files of a module that another may import: what it does, the shapes it speaks, what it refuses, and two kinds of pure functions: what it decides and how it is shown. */
export const MODULE_DOORS = /\.(service|types|errors|rules|presenter)\.ts$/;

/** Every module asks who is calling and what that person may see: further doors of `access`. */
export const ACCESS_DOORS = /\/access\.(scope|decorators)\.ts$/;

/** Where the mapper may be named, and the driver below it, each with the reason. */
export const ORM_PLACES = [
  { path: /^apps\/api\/migrations\//, reason: 'They are its format.' },
  { path: /^apps\/api\/src\/platform\/database\//, reason: 'It opens the database and the transactions.' },
  { path: /^apps\/api\/src\/(.*\/)?persistence\//, reason: 'Repositories and their rows.' },
  { path: /^apps\/api\/src\/platform\/platform\.module\.ts$/, reason: 'Hands the open data source to Nest.' },
];
export const DRIVER_PLACES = [
  ...ORM_PLACES,
  { path: /^apps\/api\/src\/platform\/backup\//, reason: 'COPY streams, which the mapper does not know.' },
  {
    path: /^apps\/api\/src\/cli\/(audit-verifier|verify-audit)\.ts$/,
    reason: 'The verifier must not share code with what it verifies.',
  },
];

/** Names that say nothing about what lies inside. */
export const NAMELESS_FOLDERS = ['common', 'shared', 'utils', 'util', 'types', 'helpers', 'helper', 'misc', 'lib'];

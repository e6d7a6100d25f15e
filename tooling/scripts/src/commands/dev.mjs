import { START_USAGE, parseStart, serverEnvironment } from '../arguments.mjs';
import { runUntilEnded } from '../child-processes.mjs';
import { freePort } from '../free-port.mjs';
import { environment, installPackages } from '../pnpm.mjs';
import { progressTo } from '../progress.mjs';
import { inRoot } from '../repository.mjs';

const SERVER_PORT = 3000;
const APPS = [
  { folder: 'school-portal', title: 'school portal', wishedPort: 5174, path: '/' },
  { folder: 'admin-console', title: 'admin console', wishedPort: 5173, path: '/admin/' },
];
const READY_WITHIN_MILLISECONDS = 120_000;

async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).status < 500;
  } catch {
    return false;
  }
}

async function untilAnswering(address) {
  const until = performance.now() + READY_WITHIN_MILLISECONDS;
  while (performance.now() < until) {
    if (await answers(address)) return true;
    await new Promise((resolve) => setTimeout(resolve, 300).unref());
  }
  return false;
}

/** `npm run dev`: the server restarted on change and both apps with hot reload, straight from the sources. */
export async function run(argv) {
  const flags = parseStart(argv);
  if (flags.help) {
    console.log(START_USAGE);
    return 0;
  }
  const progress = progressTo(process.stdout);
  await installPackages(progress);

  const serverPort = await freePort(flags.port ?? Number(process.env['PORT'] ?? SERVER_PORT));
  const server = `http://127.0.0.1:${serverPort}`;
  const serverArgs = [
    '--watch-path=src',
    '--watch-path=migrations',
    ...['api-contract', 'evaluation-core', 'evaluation-messages', 'synthetic-county'].map(
      (name) => `--watch-path=../../packages/${name}/src`,
    ),
    '--watch-preserve-output',
    '--conditions=@junheng/source',
    '--enable-source-maps',
    '--import',
    './swc-register.js',
    'src/main.ts',
  ];
  const programs = [
    {
      file: process.execPath,
      args: serverArgs,
      options: { cwd: inRoot('apps', 'api'), env: serverEnvironment({ ...flags, port: serverPort }, environment()) },
    },
  ];
  const pages = [];
  for (const { folder, title, wishedPort, path } of APPS) {
    const port = await freePort(wishedPort);
    pages.push({ title, address: `http://localhost:${port}${path}` });
    programs.push({
      file: process.execPath,
      args: [
        inRoot('apps', folder, 'node_modules', 'vite', 'bin', 'vite.js'),
        `--port=${port}`,
        '--strictPort',
        '--host=localhost',
        '--clearScreen=false',
        '--logLevel=warn',
      ],
      options: { cwd: inRoot('apps', folder), env: { ...environment(), JUNHENG_API: server } },
    });
  }

  progress.say('Starting the server and both apps');
  void announce(progress, server, pages);
  return runUntilEnded(programs);
}

async function announce(progress, server, pages) {
  const ready = await Promise.all(
    [`${server}/api/v1/health`, ...pages.map(({ address }) => address)].map(untilAnswering),
  );
  if (!ready.every(Boolean)) return progress.say('Not everything answers yet: see the lines above.');
  progress.say('Ready, with hot reload:');
  for (const { title, address } of pages) progress.say(`  ${title.padEnd(14)} ${address}`);
  progress.say(`  ${'server'.padEnd(14)} ${server}`);
}

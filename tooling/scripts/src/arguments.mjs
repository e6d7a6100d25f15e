import { parseArgs } from 'node:util';
import { PlainFailure, WRONG_USAGE } from './plain-failure.mjs';

const wrong = (message, usage) => new PlainFailure(`${message}\n${usage}`, { exitCode: WRONG_USAGE });

function parse(argv, usage, config) {
  try {
    return parseArgs({ args: argv, ...config });
  } catch (error) {
    throw wrong(error.message, usage);
  }
}

function port(text, usage) {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535)
    throw wrong(`--port takes a number from 0 to 65535, not ${text}`, usage);
  return number;
}

export const START_USAGE = `usage: npm start -- [--empty] [--port N]
  --empty   without the demonstration county; the first administrator is made through a printed one-time link
  --port N  the port that serves everything (default: PORT or 3000; 0 takes a free one)`;

/** @returns {{ help: boolean, empty: boolean, port: number | null }} */
export function parseStart(argv) {
  const { values } = parse(argv, START_USAGE, {
    options: {
      empty: { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    empty: values.empty,
    port: values.port === undefined ? null : port(values.port, START_USAGE),
  };
}

/** The server reads its settings from the environment only: the flags become variables. */
export function serverEnvironment({ empty, port }, env = process.env) {
  return { ...env, ...(empty ? { JUNHENG_EMPTY: '1' } : {}), ...(port === null ? {} : { PORT: String(port) }) };
}

/** The steps of `npm test`, in the order in which they run. */
export const TEST_STEPS = ['format', 'lint', 'types', 'fixtures', 'endurance', 'unit', 'build', 'browser'];

export const TEST_USAGE = `usage: npm test -- [--only STEP[,STEP]] [PATTERN …]
  STEP     ${TEST_STEPS.join(', ')}
  PATTERN  browser tests whose file name contains it (with --only browser)`;

/** @returns {{ help: boolean, steps: string[], patterns: string[] }} */
export function parseTest(argv) {
  const { values, positionals } = parse(argv, TEST_USAGE, {
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', default: false } },
  });
  const only = (values.only ?? []).flatMap((names) => names.split(','));
  const unknown = only.find((name) => !TEST_STEPS.includes(name));
  if (unknown !== undefined) throw wrong(`There is no step ${unknown}`, TEST_USAGE);
  if (positionals.length > 0 && !only.includes('browser')) throw wrong('A pattern needs --only browser', TEST_USAGE);
  // The browser tests run against the built server.
  const wanted = only.includes('browser') ? [...only, 'build'] : only;
  return {
    help: values.help,
    steps: TEST_STEPS.filter((name) => wanted.length === 0 || wanted.includes(name)),
    patterns: positionals,
  };
}

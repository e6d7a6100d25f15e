// Must-fail fixtures for .oxlintrc.json, run by the real program in a folder that looks like the repository: an override
// that silently replaces an earlier one, or a rule that a new version renames, is seen here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const fixtures = fileURLToPath(new URL('../fixtures/oxlint', import.meta.url));
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const config = ts.parseConfigFileTextToJson(
  '.oxlintrc.json',
  readFileSync(join(repository, '.oxlintrc.json'), 'utf8'),
).config;

const folder = mkdtempSync(join(tmpdir(), 'junheng-lint-'));
after(() => rmSync(folder, { recursive: true, force: true }));
cpSync(fixtures, folder, { recursive: true });
cpSync(join(repository, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));

const oxlint = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');
const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format=json'], {
  cwd: folder,
  encoding: 'utf8',
  env: { ...process.env, OXLINT_TSGOLINT_PATH: join(repository, 'node_modules', '.bin', 'tsgolint') },
});
const diagnostics = parseReport();

function parseReport() {
  try {
    return JSON.parse(stdout).diagnostics;
  } catch {
    assert.fail(`oxlint gave no report: ${stdout}${stderr}`);
  }
}

const expectedRule = (path) =>
  /^\/\/ refused by oxlint: (\S+)/.exec(readFileSync(join(fixtures, path), 'utf8'))?.[1] ?? null;
const of = (path) => diagnostics.filter(({ filename }) => filename.endsWith(path));

/** What the ban list of a rule names, from the override for the pure packages. */
function banned(rule) {
  const [, ...entries] = config.overrides.map(({ rules }) => rules[rule]).find((setting) => Array.isArray(setting));
  return entries.map(({ name, property }) => name ?? property);
}

describe('rules of oxlint', () => {
  const files = readdirSync(fixtures, { recursive: true }).filter((path) => /\.tsx?$/.test(path));
  for (const path of files) {
    const rule = expectedRule(path);
    test(rule === null ? `${path} is accepted` : `${path} is refused by ${rule}`, () => {
      const codes = of(path).map(({ code }) => code);
      if (rule === null) assert.deepEqual(codes, []);
      else assert.ok(codes.includes(rule), `only ${codes.join(', ') || 'nothing'}`);
    });
  }

  for (const owner of ['evaluation-core', 'synthetic-county']) {
    for (const [rule, file] of [
      ['no-restricted-globals', 'banned-globals.ts'],
      ['no-restricted-properties', 'banned-properties.ts'],
    ]) {
      test(`${owner}: each entry of ${rule} is refused`, () => {
        const said = of(`packages/${owner}/src/rules/${file}`).filter(({ code }) => code === `eslint(${rule})`);
        const missed = banned(rule).filter((name) => !said.some(({ message }) => message.includes(name)));
        assert.deepEqual(missed, []);
        assert.equal(said.length, banned(rule).length);
      });
    }
  }
});

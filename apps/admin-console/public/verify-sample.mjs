#!/usr/bin/env node
// Repeats a published draw of schools (随机抽样) and says whether it is what it claims to be. Usage: node verify-sample.mjs FILE.json
// It needs nothing but Node and shares no code with the server, on purpose. The procedure: docs/drawing-a-sample.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const TYPES = 'primary teaching-point nine-year junior full-middle twelve-year special-education vocational'.split(' ');
const LOCALES = ['urban', 'town', 'rural'];

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const ascending = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
const rows = (text, kind) =>
  text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([first]) => first === kind);

/** The codes of the schools that the seed draws, and for each county where counting began and how many of each stratum. */
function draw(seed, list) {
  const sample = [];
  const counties = [];
  for (const [, county, size] of rows(list, 'county')) {
    const schools = rows(list, 'school').filter(([, , of]) => of === county);
    const start = BigInt(`0x${sha256(`${seed} start ${county}`)}`) % BigInt(schools.length);
    const marks = new Set();
    for (let mark = 0n; mark < BigInt(size); mark += 1n) {
      marks.add(Number((start + mark * BigInt(schools.length)) / BigInt(size)));
    }
    const strata = [];
    let place = 0;
    for (const type of TYPES) {
      for (const locale of LOCALES) {
        const ranked = schools
          .filter((school) => school[3] === type && school[4] === locale)
          .map(([, code]) => ({ code, rank: sha256(`${seed} ${code}`) }))
          .sort((left, right) => ascending(left.rank, right.rank));
        if (ranked.length === 0) continue;
        let taken = 0;
        for (const _school of ranked) {
          if (marks.has(place)) taken += 1;
          place += 1;
        }
        strata.push({ type, locale, schools: ranked.length, size: taken });
        sample.push(...ranked.slice(0, taken).map(({ code }) => code));
      }
    }
    counties.push({ code: county, schools: schools.length, size: Number(size), start: Number(start), strata });
  }
  return { sample, counties };
}

function faultsOf(published) {
  const { value, list, commitment, listHash, seed } = published;
  const faults = [];
  const check = (holds, words) => {
    if (!holds) faults.push(words);
  };
  check(published.format === 'junheng-sample/1', 'the format is not junheng-sample/1');
  check(sha256(value) === commitment, 'the revealed value is not the one that was committed to');
  check(sha256(list) === listHash, 'the list is not the one whose hash was published');
  check(rows(list, 'commitment')[0]?.[1] === commitment, 'the list was frozen for another commitment');
  check(rows(list, 'inspection')[0]?.[1] === published.inspection.id, 'the list is of another inspection');
  check(rows(list, 'draw')[0]?.[1] === String(published.draw.number), 'the list is of another draw');
  check(rows(list, 'heads-at')[0]?.[1] === published.headsAt, 'the list states another time');
  check(
    published.committedAt <= published.frozenAt &&
      published.frozenAt < published.headsAt &&
      published.headsAt < published.drawnAt,
    'the steps did not follow one another: commitment, list, stated time, draw',
  );
  const codes = rows(list, 'school').map(([, code]) => code);
  check(
    codes.join() === [...new Set(codes)].sort(ascending).join(),
    'the list is not sorted by school code, or names one twice',
  );
  const heads = published.heads
    .map(({ countyCode, position, hash }) => ['head', countyCode, position, hash].join('\t'))
    .sort(ascending);
  check(
    published.heads
      .map(({ countyCode }) => countyCode)
      .sort(ascending)
      .join() ===
      rows(list, 'county')
        .map(([, code]) => code)
        .join(),
    'there is not one audit head for each county',
  );
  const text = ['junheng-sample-seed/1', `value\t${value}`, `list\t${listHash}`, ...heads].join('\n');
  check(sha256(`${text}\n`) === seed, 'the seed does not follow from value, list and audit heads');
  const again = draw(seed, list);
  check(
    JSON.stringify(again.counties) === JSON.stringify(published.counties),
    'the strata are not what the seed gives',
  );
  check(again.sample.join() === published.sample.join(), 'the sample is not what the seed draws');
  return faults;
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: node verify-sample.mjs FILE.json\n');
  process.exitCode = 64;
} else {
  const published = JSON.parse(readFileSync(file, 'utf8'));
  const faults = faultsOf(published);
  for (const fault of faults) process.stdout.write(`WRONG: ${fault}\n`);
  if (faults.length === 0) {
    const again = draw(published.seed, published.list);
    process.stdout.write(
      `The draw is reproduced: ${again.sample.length} of ${rows(published.list, 'school').length} schools.\n`,
    );
    for (const code of again.sample) process.stdout.write(`${code}\n`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import type { CeilingResult } from './compare-saves.ts';
import type { EnduranceResult } from './endurance.ts';
import type { StormResult } from './sign-in-storm.ts';

const whole = (value: number) => value.toFixed(0);
const hundredths = (value: number) => value.toFixed(2);

export function ceilingText({ rounds, secondsEach, rows, skipped }: CeilingResult, machine: string): string {
  return [
    machine,
    `32 connections; medians of ${rounds} rounds of ${secondsEach} s each, in turn.${skipped === null ? '' : ` Directus was left out: ${skipped.split('\n')[0] ?? ''}.`}`,
    '',
    '| Server | Saves/s | p50 ms | p99 ms | Processor ms a save, server | PostgreSQL | Ours does so many times as many |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) =>
      [
        '',
        row.name,
        whole(row.savesPerSecond),
        whole(row.p50),
        whole(row.p99),
        hundredths(row.serverMilliseconds),
        hundredths(row.databaseMilliseconds),
        hundredths(row.oursOver),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}

export function enduranceText({ seconds, kind, troubles, restarts, rows }: EnduranceResult, machine: string): string {
  return [
    machine,
    `${whole(seconds)} s; ${troubles.dropped} requests cut off, ${troubles.duplicates} sent twice, ${troubles.retries} sent again; ${restarts.join('; ')}.`,
    `Rows counted in PostgreSQL: ${rows.acknowledged} acknowledged, ${rows.lost.length} lost, ${rows.doubled.length} doubled.`,
    '',
    '| Kind | Wanted a second | Achieved | p50 ms | p95 ms |',
    '| --- | --- | --- | --- | --- |',
    ...kind.map(
      ({ name, wanted, achieved, p50, p95 }) =>
        `| ${name} | ${wanted} | ${achieved.toFixed(1)} | ${whole(p50)} | ${whole(p95)} |`,
    ),
  ].join('\n');
}

export function stormText(result: StormResult, machine: string): string {
  return [
    machine,
    '',
    '| Sign-ins a second, wanted | Done | Refused | Sign-in p50 ms | p95 ms | p95 of saves without, ms | With | Ratio |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    `| ${result.signInsWanted} | ${result.signInsPerSecond.toFixed(1)} | ${result.refused} | ${whole(result.signInP50)} | ${whole(result.signInP95)} | ${whole(result.quietP95)} | ${whole(result.stormP95)} | ${hundredths(result.ratio)} |`,
  ].join('\n');
}

import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { groupedRead, GroupedWork, type Outcome } from './grouped-work.ts';

const PATIENCE = 30;

interface Piece {
  readonly key: string | null;
  readonly name: string;
}

function recorded(together: (works: readonly Piece[]) => Promise<readonly Outcome<string>[]>, groupsAtOnce = 1) {
  const groups: string[][] = [];
  const alone: string[] = [];
  const work = new GroupedWork<Piece, string>({
    keyOf: ({ key }) => key,
    together: async (works) => {
      groups.push(works.map(({ name }) => name));
      return together(works);
    },
    alone: async ({ name }) => {
      alone.push(name);
      if (name.includes('broken')) throw new Error(name);
      return `${name} alone`;
    },
    patience: PATIENCE,
    groupsAtOnce,
    largestGroup: 3,
  });
  return { work, groups, alone };
}

const allDone = async (works: readonly Piece[]): Promise<readonly Outcome<string>[]> => {
  await wait(5);
  return works.map(({ name }) => ({ kind: 'done', result: `${name} done` }));
};
const piece = (name: string, key: string | null = name): Piece => ({ name, key });

describe('grouped work', () => {
  it('does together what is asked for at the same time, in groups that are not too large', async () => {
    const { work, groups } = recorded(allDone);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => work.do(piece(name))));
    expect(answers).toEqual(['a done', 'b done', 'c done', 'd done']);
    expect(groups).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('gathers while a group is under way, unless that takes long', async () => {
    let freed: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (freed = resolve));
    const { work, groups } = recorded(async (works) => {
      await (works[0]?.name === 'slow' ? held : wait(1));
      return works.map(({ name }) => ({ kind: 'done', result: name }));
    }, 2);
    const slow = work.do(piece('slow'));
    await wait(1);
    const asked = performance.now();
    const late = ['a', 'b'].map((name) => work.do(piece(name)));
    await wait(1);
    expect(groups).toEqual([['slow']]);
    expect(await Promise.all(late)).toEqual(['a', 'b']);
    expect(performance.now() - asked).toBeGreaterThan(PATIENCE / 2);
    expect(groups).toEqual([['slow'], ['a', 'b']]);
    freed();
    expect(await slow).toBe('slow');
    expect(await work.do(piece('c'))).toBe('c');
  });

  it('never runs two works of one key at once, and keeps their order', async () => {
    const { work, groups } = recorded(allDone, 2);
    await Promise.all([
      work.do(piece('a1', 'a')),
      work.do(piece('a2', 'a')),
      work.do(piece('b1', 'b')),
      work.do(piece('a3', 'a')),
    ]);
    expect(groups).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
  });

  it('does each by itself when the group as a whole fails, so that only the broken one fails', async () => {
    const { work, alone } = recorded(async () => {
      throw new Error('the transaction was rolled back');
    });
    const answers = await Promise.allSettled([work.do(piece('a')), work.do(piece('broken')), work.do(piece('c'))]);
    expect(answers).toEqual([
      { status: 'fulfilled', value: 'a alone' },
      { status: 'rejected', reason: new Error('broken') },
      { status: 'fulfilled', value: 'c alone' },
    ]);
    expect(alone).toEqual(['a', 'broken', 'c']);
  });

  it('gives each its own refusal', async () => {
    const { work } = recorded(async (works) =>
      works.map(({ name }): Outcome<string> =>
        name === 'b' ? { kind: 'failed', error: new Error('refused') } : { kind: 'done', result: name },
      ),
    );
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => work.do(piece(name))));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not let what has to wait by itself keep the next group back', async () => {
    let freed: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (freed = resolve));
    const work = new GroupedWork<Piece, string>({
      keyOf: ({ key }) => key,
      together: async (works) =>
        works.map(({ name }): Outcome<string> =>
          name === 'held' ? { kind: 'alone' } : { kind: 'done', result: name },
        ),
      alone: async ({ name }) => held.then(() => name),
      patience: PATIENCE,
      groupsAtOnce: 1,
      largestGroup: 3,
    });
    const slow = work.do(piece('held'));
    expect(await work.do(piece('a'))).toBe('a');
    expect(await work.do(piece('b'))).toBe('b');
    freed();
    expect(await slow).toBe('held');
  });
});

describe('grouped reads', () => {
  it('asks once for all keys that are wanted at the same time, and gives each its own', async () => {
    const asked: (readonly string[])[] = [];
    const read = groupedRead(async (keys) => {
      asked.push(keys);
      return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all([read('a'), read('b'), read('a'), read('none')])).toEqual(['A', 'B', 'A', undefined]);
    expect(asked).toEqual([['a', 'b', 'none']]);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { createUploadQueue, type SendFailure, type UploadQueue, type WaitingFile } from './upload-queue.ts';

const R4 = { kind: 'indicator', id: 'R4' } as const;
const aFile = (id: string): WaitingFile => ({
  id,
  reportId: 'report',
  file: new Blob(['x'.repeat(10)]),
  name: `${id}.jpg`,
  targets: [R4],
  uploadId: null,
});
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

class Refused extends Error {
  constructor(readonly failure: SendFailure) {
    super('refused');
  }
}

interface Sending {
  readonly file: WaitingFile;
  readonly onSent: (bytes: number) => void;
  readonly done: (as?: string) => void;
  readonly fail: (failure: SendFailure) => void;
}

let sendings: Sending[];
let begun: number;
let kept: Map<string, WaitingFile>;
let abandoned: string[];
let added: string[];
let mayKeep: boolean;
let queue: UploadQueue;

beforeEach(() => {
  sendings = [];
  begun = 0;
  kept = new Map();
  abandoned = [];
  added = [];
  mayKeep = true;
  queue = createUploadQueue({
    begin: async () => {
      begun += 1;
      return `upload-${begun}`;
    },
    send: (file, onSent, signal) =>
      new Promise<string | null>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        sendings.push({
          file,
          onSent,
          done: (as) => resolve(as ?? null),
          fail: (failure) => reject(new Refused(failure)),
        });
      }),
    abandon: async ({ uploadId }) => void abandoned.push(uploadId ?? ''),
    classify: (error) => (error instanceof Refused ? error.failure : 'offline'),
    keep: async (file) => {
      if (!mayKeep) throw new Error('no storage');
      kept.set(file.id, file);
    },
    forget: async (id) => void kept.delete(id),
    onAdded: ({ id }) => added.push(id),
  });
});

const states = () => queue.state().map(({ file, state }) => `${file.id} ${state.kind}`);
const last = () => {
  const sending = sendings.at(-1);
  if (sending === undefined) throw new Error('nothing is being sent');
  return sending;
};

describe('files on their way', () => {
  it('go two at a time, say how far they are, and are let go of only when the server has them', async () => {
    queue.add(['a', 'b', 'c'].map(aFile));
    await settle();
    expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
    expect([...kept.keys()]).toEqual(['a', 'b', 'c']);
    expect(kept.get('a')?.uploadId).toBe('upload-1');
    sendings[0]?.onSent(7);
    expect(queue.state()[0]?.state).toEqual({ kind: 'sending', sent: 7 });
    sendings[0]?.done();
    await settle();
    expect(states()).toEqual(['b sending', 'c sending']);
    expect([added, [...kept.keys()]]).toEqual([['a'], ['b', 'c']]);
  });

  it('wait for the network with the place they had reached, and for whoever must sign in', async () => {
    queue.add([aFile('a'), aFile('b')]);
    await settle();
    sendings[0]?.fail('offline');
    sendings[1]?.fail('sign-in');
    await settle();
    expect(states()).toEqual(['a offline', 'b sign-in']);
    expect(kept.size).toBe(2);
    queue.resume();
    await settle();
    expect(states()).toEqual(['a sending', 'b sending']);
    // Not announced again: the bytes that arrived count.
    expect([begun, sendings[2]?.file.uploadId]).toEqual([2, 'upload-1']);
  });

  it('stop and go on by hand; what the network does changes nothing of that', async () => {
    queue.add([aFile('a')]);
    await settle();
    queue.pause('a');
    await settle();
    queue.resume();
    await settle();
    expect(states()).toEqual(['a paused']);
    queue.resume('a');
    await settle();
    expect(states()).toEqual(['a sending']);
    last().done();
    await settle();
    expect(added).toEqual(['a']);
  });

  it('say why they were refused, and do not hold up others', async () => {
    queue.add(['a', 'b', 'c'].map(aFile));
    await settle();
    sendings[0]?.fail({ refused: 'evidence.type-refused' });
    sendings[1]?.fail({ refused: 'self-report.locked' });
    await settle();
    expect(queue.state()[0]?.state).toEqual({ kind: 'refused', code: 'evidence.type-refused' });
    expect(states()).toEqual(['a refused', 'b refused', 'c sending']);
    queue.cancel('a');
    queue.cancel('b');
    await settle();
    // The first is gone from the server already.
    expect([states(), abandoned, [...kept.keys()]]).toEqual([['c sending'], ['upload-2'], ['c']]);
  });

  it('begin anew once where the server forgot them', async () => {
    queue.add([aFile('a')]);
    await settle();
    last().fail('upload-gone');
    await settle();
    expect([last().file.uploadId, states()]).toEqual(['upload-2', ['a sending']]);
    last().fail('upload-gone');
    await settle();
    expect(queue.state()[0]?.state).toEqual({ kind: 'refused', code: 'evidence.upload-not-found' });
  });

  it('are sent also where nothing can be kept, and say so', async () => {
    mayKeep = false;
    queue.add([aFile('a')]);
    await settle();
    expect(queue.state()[0]?.kept).toBe(false);
    mayKeep = true;
    queue.add([aFile('b'), aFile('a')]);
    await settle();
    expect(queue.state().map(({ file, kept: onDevice }) => [file.id, onDevice])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('say where the report had the same file already, and hold nothing up by that', async () => {
    queue.add([aFile('a'), aFile('b')]);
    await settle();
    sendings[0]?.done('操场.jpg');
    await settle();
    expect(queue.state()[0]).toMatchObject({ state: { kind: 'same', as: '操场.jpg' }, kept: true });
    expect([added, [...kept.keys()]]).toEqual([['a'], ['b']]);
    queue.resume();
    queue.cancel('a');
    await settle();
    expect([states(), abandoned, sendings.length]).toEqual([['b sending'], [], 2]);
  });

  it('cancelled while they are announced, are taken back', async () => {
    queue.add([aFile('a')]);
    queue.cancel('a');
    await settle();
    expect([states(), abandoned, kept.size, added]).toEqual([[], ['upload-1'], 0, []]);
  });

  it('stop with the queue and stay on the device', async () => {
    queue.add([aFile('a')]);
    await settle();
    queue.dispose();
    await settle();
    expect([queue.state(), [...kept.keys()], abandoned]).toEqual([[], ['a'], []]);
  });
});

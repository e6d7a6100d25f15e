#!/usr/bin/env node
/*
 * Junheng: stand-alone verifier of a downloaded audit chain.
 *
 *   node verify-audit-chain.mjs [--chain chain.ndjson] [--anchors anchors.jsonl] [--key public-key.pem]... [--json]
 *
 * One file, nothing but Node.js 20 or later, no network. It shares no code with the server, on purpose: what it finds must not
 * depend on the code that wrote the log. By default it reads the files beside it. Status 0: intact. 1: damaged. 2: used wrongly.
 *
 * chain.ndjson: one JSON object a line: {chainId, sequence, previousHash, hash, content}; those not sealed yet have sequence null.
 *   hash = SHA-256, lower-case hex, of previousHash, chainId, sequence and content joined by line feeds, in UTF-8.
 *   The first previousHash is 64 zeros.
 * anchors.jsonl: one JSON object a line: {kind, at, chainId, sequence, hash, signature}. `sealed` and `restored` bind, `prepared`
 *   does not. signature = Ed25519, base64, over "junheng-audit-head:1", kind, at, chainId, sequence and hash joined by line feeds.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const NOTHING = '0'.repeat(64);

/** Reads the anchors of one chain. `text` may hold other chains too; `keys` are public keys in PEM. */
export function readAnchors(text, chainId, keys) {
  const publicKeys = keys.map((pem) => createPublicKey(pem));
  const faults = [];
  let anchors = [];
  let signed = false;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    // Without its line feed the last line is a write that a crash cut off.
    if (line === '' || index === lines.length - 1) return;
    const anchor = parse(line);
    const damaged = (why) =>
      faults.push({
        kind: 'anchors-damaged',
        sequence: index + 1,
        description: `line ${index + 1} of the anchors ${why}`,
      });
    if (anchor === null || typeof anchor.chainId !== 'string' || !Number.isSafeInteger(anchor.sequence))
      return damaged('is not an anchor');
    if (anchor.chainId !== chainId) return;
    if (typeof anchor.signature === 'string') signed = true;
    else if (signed) return damaged('is not signed, though an earlier one is');
    if (anchor.kind !== 'sealed' && anchor.kind !== 'restored') return;
    if (
      typeof anchor.signature === 'string' &&
      publicKeys.length > 0 &&
      !publicKeys.some((key) => signedBy(key, anchor))
    )
      return damaged('has a wrong signature');
    // What was anchored before a backup was restored speaks of a log that was replaced.
    if (anchor.kind === 'restored') anchors = [];
    anchors.push(anchor);
  });
  return { anchors, faults };
}

function signedBy(key, { kind, at, chainId, sequence, hash, signature }) {
  const text = ['junheng-audit-head:1', kind, at, chainId, String(sequence), hash].join('\n');
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}

function parse(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

export function hashOfEntry(previousHash, chainId, sequence, content) {
  return createHash('sha256')
    .update([previousHash, chainId, String(sequence), content].join('\n'), 'utf8')
    .digest('hex');
}

/**
 * Checks the lines of one chain, in the order of their sequence, against its anchors.
 *
 * Between two anchors the entries are judged from both ends. An entry is bad when what the next anchor says of it is not what it
 * holds; those between the last good anchor and it hang together by themselves, so that they cannot be proven either way.
 */
export class ChainCheck {
  constructor(chainId, anchors) {
    this.chainId = chainId;
    // Two anchors of one entry that say different things: the first one counts, the other shows as a fault.
    this.wanted = new Map();
    this.faults = [];
    for (const { sequence, hash } of anchors) {
      const known = this.wanted.get(sequence);
      if (known === undefined) this.wanted.set(sequence, hash);
      else if (known !== hash)
        this.fault('anchors-damaged', sequence, sequence, `two anchors say different things of entry ${sequence}`);
    }
    this.furthest = 0;
    for (const sequence of this.wanted.keys()) this.furthest = Math.max(this.furthest, sequence);
    this.entries = 0;
    this.unsealed = 0;
    /** The last entry that an anchor vouches for, and its hash. */
    this.good = 0;
    this.goodHash = NOTHING;
    /** Entries since then: [sequence, previousHash, hash as stored, hash of what it holds]. */
    this.segment = [];
    this.last = 0;
  }

  add(line) {
    if (this.faults.length > 0 || line === '') return;
    const entry = parse(line);
    if (entry === null || entry.chainId !== this.chainId || typeof entry.content !== 'string') {
      return this.fault('edited', this.last + 1, this.good + 1, 'its line cannot be read, or is of another chain');
    }
    if (entry.sequence === null) {
      this.unsealed += 1;
      return undefined;
    }
    const { sequence, previousHash, hash, content } = entry;
    if (sequence !== this.last + 1) {
      return sequence > this.last
        ? this.judge(this.last + 1, `entry ${this.last + 1} is missing`)
        : this.fault('reordered', sequence, this.good + 1, `entry ${sequence} is there twice, or in another place`);
    }
    this.last = sequence;
    this.entries += 1;
    this.segment.push([sequence, previousHash, hash, hashOfEntry(previousHash, this.chainId, sequence, content)]);
    if (this.wanted.has(sequence)) this.judge(null, '');
    return undefined;
  }

  /** @param missing the sequence of an entry that is not there; null at an anchor, where the segment ends */
  judge(missing, why) {
    const forward = this.firstBreak();
    if (missing !== null) {
      // What hangs together before the gap is not proven by any anchor, but nothing speaks against it.
      if (forward === null) return this.fault('deleted', missing, this.good + 1, why);
      return this.fault(forward.kind, forward.sequence, this.good + 1, forward.description);
    }
    const at = this.segment[this.segment.length - 1][0];
    let expected = this.wanted.get(at);
    if (forward === null && this.segment[this.segment.length - 1][2] === expected) {
      this.good = at;
      this.goodHash = expected;
      this.segment = [];
      return undefined;
    }
    // From the anchor back: as long as an entry gives the hash that is vouched for, so is what it says of the one before.
    for (let index = this.segment.length - 1; index >= 0; index -= 1) {
      const [sequence, previousHash, stored, held] = this.segment[index];
      if (held !== expected) {
        const first = forward !== null && forward.sequence < sequence ? forward : null;
        return this.fault(
          first?.kind ?? (index === this.segment.length - 1 && forward === null ? 'rewritten' : 'edited'),
          first?.sequence ?? sequence,
          this.good + 1,
          first?.description ?? 'it is not the entry that the anchors and the entries after it vouch for',
        );
      }
      if (stored !== held)
        return this.fault('edited', sequence, sequence, 'its stored hash is not that of its content');
      expected = previousHash;
    }
    return this.fault(
      'rewritten',
      this.good + 1,
      this.good + 1,
      'it does not follow what the anchor before it vouches for',
    );
  }

  /** The first entry of the segment that does not hang together with those before it. */
  firstBreak() {
    let previous = this.goodHash;
    for (const [sequence, previousHash, stored, held] of this.segment) {
      if (held !== stored) return { kind: 'edited', sequence, description: 'its content does not give its hash' };
      if (previousHash !== previous)
        return { kind: 'reordered', sequence, description: 'it does not follow the entry before it' };
      previous = stored;
    }
    return null;
  }

  finish() {
    if (this.faults.length === 0) {
      if (this.last < this.furthest) {
        const forward = this.firstBreak();
        if (forward === null)
          this.fault(
            'truncated',
            this.last + 1,
            this.last + 1,
            `the anchors count ${this.furthest} entries, the log ends after ${this.last}`,
          );
        else this.fault(forward.kind, forward.sequence, this.good + 1, forward.description);
      } else {
        const forward = this.firstBreak();
        if (forward !== null)
          this.fault(forward.kind, forward.sequence, this.good + 1, `${forward.description} (after the last anchor)`);
      }
    }
    const notYetAnchored = this.faults.length === 0 ? this.segment.length : 0;
    return {
      chainId: this.chainId,
      entries: this.entries,
      anchors: this.wanted.size,
      anchoredUpTo: this.good,
      /** Entries that hang together and that no anchor vouches for yet: from `anchoredUpTo` + 1 on. */
      notYetAnchored,
      notYetSealed: this.unsealed,
      intact: this.faults.length === 0,
      faults: this.faults,
    };
  }

  /** `sequence`: the first entry that is certainly bad. From `unprovenFrom` on nothing is proven. */
  fault(kind, sequence, unprovenFrom, description) {
    this.faults.push({ kind, sequence, unprovenFrom: Math.min(unprovenFrom, sequence), description });
  }
}

/** Checks all lines at once; `chainId` null takes that of the first line. */
export async function checkChain(lines, chainId, anchorsText, keys) {
  let check = null;
  let damaged = [];
  const begin = (id) => {
    const { anchors, faults } = readAnchors(anchorsText, id, keys);
    damaged = faults;
    check = new ChainCheck(id, anchors);
  };
  if (chainId !== null) begin(chainId);
  for await (const line of lines) {
    if (check === null) begin(String(parse(line)?.chainId));
    check.add(line);
  }
  if (check === null) begin('');
  const report = check.finish();
  const faults = [...damaged.map((fault) => ({ unprovenFrom: fault.sequence, ...fault })), ...report.faults];
  return { ...report, intact: faults.length === 0, faults };
}

async function main(given) {
  const beside = dirname(fileURLToPath(import.meta.url));
  const options = {
    chain: join(beside, 'chain.ndjson'),
    anchors: join(beside, 'anchors.jsonl'),
    chainId: null,
    keys: [],
    json: false,
  };
  while (given.length > 0) {
    const name = given.shift();
    if (name === '--json') options.json = true;
    else if (given.length === 0) return usage(`${name} needs a value`);
    else if (name === '--chain') options.chain = given.shift();
    else if (name === '--chain-id') options.chainId = given.shift();
    else if (name === '--anchors') options.anchors = given.shift();
    else if (name === '--key') options.keys.push(given.shift());
    else return usage(`unknown: ${name}`);
  }
  if (options.keys.length === 0 && existsSync(join(beside, 'public-key.pem')))
    options.keys.push(join(beside, 'public-key.pem'));
  const missing = [options.chain, options.anchors, ...options.keys].find((file) => file !== '-' && !existsSync(file));
  if (missing !== undefined) return usage(`there is no ${missing}`);
  const input = options.chain === '-' ? process.stdin : createReadStream(options.chain);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const keys = options.keys.map((file) => readFileSync(file, 'utf8'));
  const report = await checkChain(lines, options.chainId, readFileSync(options.anchors, 'utf8'), keys);
  process.stdout.write(`${options.json ? JSON.stringify(report) : inWords(report, keys)}\n`);
  return report.intact ? 0 : 1;
}

function usage(problem) {
  process.stderr.write(
    `${problem}\nUsage: node verify-audit-chain.mjs [--chain FILE|-] [--chain-id ID] [--anchors FILE] [--key FILE]... [--json]\n`,
  );
  return 2;
}

function inWords(report, keys) {
  const fingerprints = keys.map((pem) =>
    createHash('sha256')
      .update(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  );
  return [
    `Chain 链 ${report.chainId}: ${report.entries} entries 条, ${report.anchors} anchors 锚点, anchored up to 已锚定至 ${report.anchoredUpTo}.`,
    fingerprints.length === 0
      ? 'Signatures were not checked: no public key. 未验证签名：没有公钥。'
      : `Signatures checked with key 验证签名所用公钥: ${fingerprints.join(', ')}. Compare it with the one your bureau keeps. 请与本单位留存的指纹核对。`,
    ...(report.notYetAnchored > 0
      ? [`Not yet anchored 尚未锚定: ${report.notYetAnchored} entries, from 自第 ${report.anchoredUpTo + 1} 条起.`]
      : []),
    ...(report.notYetSealed > 0 ? [`Not yet sealed 尚未封存: ${report.notYetSealed}.`] : []),
    ...report.faults.map(
      ({ kind, sequence, unprovenFrom, description }) =>
        `DAMAGED 已被改动 (${kind}): first bad entry 首条异常 ${sequence}: ${description}.${unprovenFrom < sequence ? ` Nothing is proven from 自此不能证明: ${unprovenFrom}.` : ''}`,
    ),
    report.intact ? 'The chain is intact. 链完整。' : 'The chain is damaged. 链已被改动。',
  ].join('\n');
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}

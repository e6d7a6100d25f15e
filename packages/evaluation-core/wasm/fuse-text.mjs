// The hot loop of the kernel for 128-bit lanes, as WebAssembly text: the work of src/kernel/fuse-block.ts for many county-stages in one call, two
// indicators in an instruction. Each lane does the same roundings in the same order as the loop in TypeScript, so the results are the
// same to the last bit. Twice: for rows of doubles and for rows of 32-bit integers, which are turned into doubles as they are read.
//
// Eight lanes in four vectors: lane 0 holds the pupils, lanes 1 to 7 the amounts of one block of indicators. What is done to the pupils in their
// lane costs nothing and tells something: their sum is P_N, their mean 1, and with times = 1 and reach = 2 they "reach" only where there are none.
//
// Layout of the rules of a stage, 272 bytes: times, reach, floor, limit (8 doubles each; the limit of an indicator without one is NaN), then two
// 32-bit integers: the lanes that count, and how many of them are to be reached.

const VECTORS = [0, 1, 2, 3];
/** @param {(k: number) => string} line */
const forEachVector = (line) => VECTORS.map(line).join('\n');

const get = (name) => `(local.get $${name})`;
const set = (name, value) => `(local.set $${name} ${value})`;
const rule = (column, k) => `(v128.load offset=${64 * column + 16 * k} ${get('rules')})`;
const [TIMES, REACH, FLOOR, LIMIT] = [0, 1, 2, 3];
const firstAmount = `(i32.add ${get('row')} ${get('lane')})`;

/** How a row is read: its pupils in both lanes, and its four vectors. */
const DOUBLES = {
  pupils: `(v128.load64_splat ${get('row')})`,
  vector: (k) =>
    k === 0
      ? `(v128.load64_lane 1 ${firstAmount} (v128.load64_zero ${get('row')}))`
      : `(v128.load offset=${16 * k - 8} ${firstAmount})`,
};
const INTEGERS = {
  pupils: `(f64x2.convert_low_i32x4_s (v128.load32_splat ${get('row')}))`,
  vector: (k) =>
    `(f64x2.convert_low_i32x4_s ${
      k === 0
        ? `(v128.load32_lane 1 ${firstAmount} (v128.load32_zero ${get('row')}))`
        : `(v128.load64_zero offset=${8 * k - 4} ${firstAmount})`
    })`,
};

/** One bit for each lane of four comparisons. */
function bits(comparison) {
  const [a, b, c, d] = VECTORS.map((k) => `(i32.shl (i64x2.bitmask ${comparison(k)}) (i32.const ${2 * k}))`);
  return `(i32.or (i32.or ${a} ${b}) (i32.or ${c} ${d}))`;
}

/** Which lanes of amount * times are at or above pupils * column. */
const atLeast = (column) => bits((k) => `(f64x2.ge ${get(`x${k}`)} (f64x2.mul ${get('own')} ${rule(column, k)}))`);
const below2To52 = (value) => `(f64x2.lt ${value} (v128.const f64x2 0x1p52 0x1p52))`;
const nextRow = `(i32.lt_u (local.tee $row (i32.add ${get('row')} ${get('stride')})) ${get('end')})`;
const advance = (name, by) => set(name, `(i32.add ${get(name)} (i32.const ${by}))`);

const fuse = (name, rows) => `
  (func (export "${name}")
    ;; how many county-stages, and for each of them: first byte of its rows, byte after its rows, its rules
    (param $count i32) (param $list i32)
    ;; bytes from row to row, and from the pupils to the first amount of the block
    (param $stride i32) (param $lane i32)
    ;; out, row by row: masks of one byte
    (param $reached i32) (param $above i32)
    ;; out, by county-stage: 8 means, 8 CVs; school-stages that pass, and certainties
    (param $means i32) (param $cvs i32) (param $results i32)
    ;; error of a CV = slack * (school-stages + 16) * (1 + CV)
    (param $slack f64)
    (local $rules i32) (local $row i32) (local $end i32) (local $start i32) (local $rows i32)
    (local $r i32) (local $f i32) (local $empty i32) (local $counted i32) (local $least i32) (local $passed i32)
    (local $within i32) (local $over i32) (local $sound i32)
    (local $own v128) (local $all v128) (local $inverse v128) (local $error v128)
    ;; amounts, sums, means, deviations, CVs and their errors
    ${forEachVector((k) => ['x', 's', 'm', 'q', 'c', 'e'].map((own) => `(local $${own}${k} v128)`).join(' '))}
    (block $done
      (loop $each
        (br_if $done (i32.eqz ${get('count')}))
        ${set('start', `(i32.load ${get('list')})`)}
        ${set('end', `(i32.load offset=4 ${get('list')})`)}
        ${set('rules', `(i32.load offset=8 ${get('list')})`)}
        ${set('counted', `(i32.load offset=256 ${get('rules')})`)}
        ${set('least', `(i32.load offset=260 ${get('rules')})`)}
        ${['passed', 'empty', 'rows'].map((own) => set(own, '(i32.const 0)')).join(' ')}
        ${forEachVector((k) => `${set(`s${k}`, '(v128.const i64x2 0 0)')} ${set(`q${k}`, '(v128.const i64x2 0 0)')}`)}

        ;; first pass: sums and thresholds
        ${set('row', get('start'))}
        (loop $first
          ${set('own', rows.pupils)}
          ${forEachVector((k) => set(`x${k}`, rows.vector(k)))}
          ${forEachVector((k) => set(`s${k}`, `(f64x2.add ${get(`s${k}`)} ${get(`x${k}`)})`))}
          ${forEachVector((k) => set(`x${k}`, `(f64x2.mul ${get(`x${k}`)} ${rule(TIMES, k)})`))}
          ${set('r', atLeast(REACH))}
          ${set('f', atLeast(FLOOR))}
          (i32.store8 ${get('reached')} (i32.shr_u ${get('r')} (i32.const 1)))
          (i32.store8 ${get('above')} (i32.shr_u ${get('f')} (i32.const 1)))
          ${set('empty', `(i32.or ${get('empty')} ${get('r')})`)}
          ${set(
            'passed',
            `(i32.add ${get('passed')} (i32.and
              (i32.ge_u (i32.popcnt (i32.and ${get('r')} ${get('counted')})) ${get('least')})
              (i32.eq (i32.and ${get('f')} ${get('counted')}) ${get('counted')})))`,
          )}
          ${advance('reached', 1)} ${advance('above', 1)} ${advance('rows', 1)}
          (br_if $first ${nextRow}))

        ${set('all', `(f64x2.splat (f64x2.extract_lane 0 ${get('s0')}))`)}
        ${forEachVector((k) => set(`m${k}`, `(f64x2.div ${get(`s${k}`)} ${get('all')})`))}

        ;; second pass: (x - m P)^2 (1/P)
        ${set('row', get('start'))}
        (loop $second
          ${set('own', rows.pupils)}
          ${set('inverse', `(f64x2.div (v128.const f64x2 1 1) ${get('own')})`)}
          ${forEachVector((k) => set(`x${k}`, `(f64x2.sub ${rows.vector(k)} (f64x2.mul ${get(`m${k}`)} ${get('own')}))`))}
          ${forEachVector((k) =>
            set(
              `q${k}`,
              `(f64x2.add ${get(`q${k}`)} (f64x2.mul (f64x2.mul ${get(`x${k}`)} ${get(`x${k}`)}) ${get('inverse')}))`,
            ),
          )}
          (br_if $second ${nextRow}))

        ;; CVs, on which side of their limit they certainly lie, and whether every product above was below 2^52
        ${set('inverse', `(f64x2.div (v128.const f64x2 1 1) ${get('all')})`)}
        ${set('error', `(f64x2.splat (f64.mul ${get('slack')} (f64.convert_i32_u (i32.add ${get('rows')} (i32.const 16)))))`)}
        ${forEachVector((k) =>
          [
            set(`c${k}`, `(f64x2.div (f64x2.sqrt (f64x2.mul ${get(`q${k}`)} ${get('inverse')})) ${get(`m${k}`)})`),
            `(v128.store offset=${16 * k} ${get('means')} ${get(`m${k}`)})`,
            `(v128.store offset=${16 * k} ${get('cvs')} ${get(`c${k}`)})`,
            set(`e${k}`, `(f64x2.mul ${get('error')} (f64x2.add (v128.const f64x2 1 1) ${get(`c${k}`)}))`),
          ].join('\n'),
        )}
        ${set(
          'within',
          bits((k) => `(f64x2.lt (f64x2.add ${get(`c${k}`)} ${get(`e${k}`)}) ${rule(LIMIT, k)})`),
        )}
        ${set(
          'over',
          bits((k) => `(f64x2.gt (f64x2.sub ${get(`c${k}`)} ${get(`e${k}`)}) ${rule(LIMIT, k)})`),
        )}
        ${set(
          'sound',
          bits(
            (k) => `(v128.and ${below2To52(`(f64x2.mul ${get(`s${k}`)} ${rule(TIMES, k)})`)}
              (v128.and ${below2To52(`(f64x2.mul ${get('all')} ${rule(REACH, k)})`)}
                ${below2To52(`(f64x2.mul ${get('all')} ${rule(FLOOR, k)})`)}))`,
          ),
        )}

        ;; certainties: bits 1 to 7 within the limit, 9 to 15 over it, 16 = all products exact, and no row without pupils
        (i32.store ${get('results')} ${get('passed')})
        (i32.store offset=4 ${get('results')}
          (i32.or
            (i32.or ${get('within')} (i32.shl ${get('over')} (i32.const 8)))
            (i32.shl
              (i32.and
                (i32.eq ${get('sound')} (i32.const 255))
                (i32.eqz (i32.and ${get('empty')} (i32.const 1))))
              (i32.const 16))))
        ${advance('means', 64)} ${advance('cvs', 64)} ${advance('results', 8)} ${advance('list', 12)} ${advance('count', -1)}
        (br $each))))`;

export const fuseText = `(module
  (import "kernel" "memory" (memory 1))
  ${fuse('fuseDoubles', DOUBLES)}
  ${fuse('fuseIntegers', INTEGERS)})
`;

;; The hot loop of the kernel for 128-bit lanes: the work of src/kernel/fuse-block.ts for many county-stages in one call, two indicators in an
;; instruction. Each lane does the same roundings in the same order as the loop in TypeScript, so the results are the same to the last bit.
;;
;; Eight lanes in four vectors: lane 0 holds the pupils, lanes 1 to 7 the amounts of one block of indicators. What is done to the pupils in their
;; lane costs nothing and tells something: their sum is P_N, their mean 1, and with times = 1 and reach = 2 they "reach" only where there are none.
;;
;; Layout of the rules of a stage, 272 bytes: times, reach, floor, limit (8 doubles each; the limit of an indicator without one is NaN), then two
;; 32-bit integers: the lanes that count, and how many of them are to be reached.
(module
  (import "kernel" "memory" (memory 1))
  (func (export "fuse")
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
    (local $own v128) (local $all v128) (local $inverse v128) (local $error v128) (local $e v128)
    (local $x0 v128) (local $x1 v128) (local $x2 v128) (local $x3 v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $m0 v128) (local $m1 v128) (local $m2 v128) (local $m3 v128)
    (local $q0 v128) (local $q1 v128) (local $q2 v128) (local $q3 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128) (local $c3 v128)
    (block $done
      (loop $each
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $start (i32.load (local.get $list)))
        (local.set $end (i32.load offset=4 (local.get $list)))
        (local.set $rules (i32.load offset=8 (local.get $list)))
        (local.set $counted (i32.load offset=256 (local.get $rules)))
        (local.set $least (i32.load offset=260 (local.get $rules)))
        (local.set $passed (i32.const 0))
        (local.set $empty (i32.const 0))
        (local.set $rows (i32.const 0))
        (local.set $s0 (v128.const i64x2 0 0))
        (local.set $s1 (v128.const i64x2 0 0))
        (local.set $s2 (v128.const i64x2 0 0))
        (local.set $s3 (v128.const i64x2 0 0))
        (local.set $q0 (v128.const i64x2 0 0))
        (local.set $q1 (v128.const i64x2 0 0))
        (local.set $q2 (v128.const i64x2 0 0))
        (local.set $q3 (v128.const i64x2 0 0))

        ;; first pass: sums and thresholds
        (local.set $row (local.get $start))
        (loop $first
          (local.set $own (v128.load64_splat (local.get $row)))
          (local.set $x0 (v128.load64_lane 1 (i32.add (local.get $row) (local.get $lane)) (local.get $own)))
          (local.set $x1 (v128.load offset=8 (i32.add (local.get $row) (local.get $lane))))
          (local.set $x2 (v128.load offset=24 (i32.add (local.get $row) (local.get $lane))))
          (local.set $x3 (v128.load offset=40 (i32.add (local.get $row) (local.get $lane))))
          (local.set $s0 (f64x2.add (local.get $s0) (local.get $x0)))
          (local.set $s1 (f64x2.add (local.get $s1) (local.get $x1)))
          (local.set $s2 (f64x2.add (local.get $s2) (local.get $x2)))
          (local.set $s3 (f64x2.add (local.get $s3) (local.get $x3)))
          (local.set $x0 (f64x2.mul (local.get $x0) (v128.load offset=0 (local.get $rules))))
          (local.set $x1 (f64x2.mul (local.get $x1) (v128.load offset=16 (local.get $rules))))
          (local.set $x2 (f64x2.mul (local.get $x2) (v128.load offset=32 (local.get $rules))))
          (local.set $x3 (f64x2.mul (local.get $x3) (v128.load offset=48 (local.get $rules))))
          (local.set $r
            (i32.or
              (i32.or
                (i64x2.bitmask (f64x2.ge (local.get $x0) (f64x2.mul (local.get $own) (v128.load offset=64 (local.get $rules)))))
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x1) (f64x2.mul (local.get $own) (v128.load offset=80 (local.get $rules))))) (i32.const 2)))
              (i32.or
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x2) (f64x2.mul (local.get $own) (v128.load offset=96 (local.get $rules))))) (i32.const 4))
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x3) (f64x2.mul (local.get $own) (v128.load offset=112 (local.get $rules))))) (i32.const 6)))))
          (local.set $f
            (i32.or
              (i32.or
                (i64x2.bitmask (f64x2.ge (local.get $x0) (f64x2.mul (local.get $own) (v128.load offset=128 (local.get $rules)))))
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x1) (f64x2.mul (local.get $own) (v128.load offset=144 (local.get $rules))))) (i32.const 2)))
              (i32.or
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x2) (f64x2.mul (local.get $own) (v128.load offset=160 (local.get $rules))))) (i32.const 4))
                (i32.shl (i64x2.bitmask (f64x2.ge (local.get $x3) (f64x2.mul (local.get $own) (v128.load offset=176 (local.get $rules))))) (i32.const 6)))))
          (i32.store8 (local.get $reached) (i32.shr_u (local.get $r) (i32.const 1)))
          (i32.store8 (local.get $above) (i32.shr_u (local.get $f) (i32.const 1)))
          (local.set $empty (i32.or (local.get $empty) (local.get $r)))
          (local.set $passed
            (i32.add
              (local.get $passed)
              (i32.and
                (i32.ge_u (i32.popcnt (i32.and (local.get $r) (local.get $counted))) (local.get $least))
                (i32.eq (i32.and (local.get $f) (local.get $counted)) (local.get $counted)))))
          (local.set $reached (i32.add (local.get $reached) (i32.const 1)))
          (local.set $above (i32.add (local.get $above) (i32.const 1)))
          (local.set $rows (i32.add (local.get $rows) (i32.const 1)))
          (br_if $first
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))

        (local.set $all (f64x2.splat (f64x2.extract_lane 0 (local.get $s0))))
        (local.set $m0 (f64x2.div (local.get $s0) (local.get $all)))
        (local.set $m1 (f64x2.div (local.get $s1) (local.get $all)))
        (local.set $m2 (f64x2.div (local.get $s2) (local.get $all)))
        (local.set $m3 (f64x2.div (local.get $s3) (local.get $all)))

        ;; second pass: (x - m P)^2 (1/P)
        (local.set $row (local.get $start))
        (loop $second
          (local.set $own (v128.load64_splat (local.get $row)))
          (local.set $inverse (f64x2.div (v128.const f64x2 1 1) (local.get $own)))
          (local.set $x0 (v128.load64_lane 1 (i32.add (local.get $row) (local.get $lane)) (local.get $own)))
          (local.set $x1 (v128.load offset=8 (i32.add (local.get $row) (local.get $lane))))
          (local.set $x2 (v128.load offset=24 (i32.add (local.get $row) (local.get $lane))))
          (local.set $x3 (v128.load offset=40 (i32.add (local.get $row) (local.get $lane))))
          (local.set $x0 (f64x2.sub (local.get $x0) (f64x2.mul (local.get $m0) (local.get $own))))
          (local.set $x1 (f64x2.sub (local.get $x1) (f64x2.mul (local.get $m1) (local.get $own))))
          (local.set $x2 (f64x2.sub (local.get $x2) (f64x2.mul (local.get $m2) (local.get $own))))
          (local.set $x3 (f64x2.sub (local.get $x3) (f64x2.mul (local.get $m3) (local.get $own))))
          (local.set $q0 (f64x2.add (local.get $q0) (f64x2.mul (f64x2.mul (local.get $x0) (local.get $x0)) (local.get $inverse))))
          (local.set $q1 (f64x2.add (local.get $q1) (f64x2.mul (f64x2.mul (local.get $x1) (local.get $x1)) (local.get $inverse))))
          (local.set $q2 (f64x2.add (local.get $q2) (f64x2.mul (f64x2.mul (local.get $x2) (local.get $x2)) (local.get $inverse))))
          (local.set $q3 (f64x2.add (local.get $q3) (f64x2.mul (f64x2.mul (local.get $x3) (local.get $x3)) (local.get $inverse))))
          (br_if $second
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))

        ;; CVs, on which side of their limit they certainly lie, and whether every product above was below 2^52
        (local.set $inverse (f64x2.div (v128.const f64x2 1 1) (local.get $all)))
        (local.set $error
          (f64x2.splat (f64.mul (local.get $slack) (f64.convert_i32_u (i32.add (local.get $rows) (i32.const 16))))))
        (local.set $within (i32.const 0))
        (local.set $over (i32.const 0))
        (local.set $sound (i32.const 0))

        (local.set $c0 (f64x2.div (f64x2.sqrt (f64x2.mul (local.get $q0) (local.get $inverse))) (local.get $m0)))
        (v128.store offset=0 (local.get $means) (local.get $m0))
        (v128.store offset=0 (local.get $cvs) (local.get $c0))
        (local.set $e (f64x2.mul (local.get $error) (f64x2.add (v128.const f64x2 1 1) (local.get $c0))))
        (local.set $within
          (i32.or
            (local.get $within)
            (i32.shl
              (i64x2.bitmask (f64x2.lt (f64x2.add (local.get $c0) (local.get $e)) (v128.load offset=192 (local.get $rules))))
              (i32.const 0))))
        (local.set $over
          (i32.or
            (local.get $over)
            (i32.shl
              (i64x2.bitmask (f64x2.gt (f64x2.sub (local.get $c0) (local.get $e)) (v128.load offset=192 (local.get $rules))))
              (i32.const 0))))
        (local.set $sound
          (i32.or
            (local.get $sound)
            (i32.shl
              (i64x2.bitmask
                (v128.and
                  (f64x2.lt (f64x2.mul (local.get $s0) (v128.load offset=0 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                  (v128.and
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=64 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=128 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52)))))
              (i32.const 0))))

        (local.set $c1 (f64x2.div (f64x2.sqrt (f64x2.mul (local.get $q1) (local.get $inverse))) (local.get $m1)))
        (v128.store offset=16 (local.get $means) (local.get $m1))
        (v128.store offset=16 (local.get $cvs) (local.get $c1))
        (local.set $e (f64x2.mul (local.get $error) (f64x2.add (v128.const f64x2 1 1) (local.get $c1))))
        (local.set $within
          (i32.or
            (local.get $within)
            (i32.shl
              (i64x2.bitmask (f64x2.lt (f64x2.add (local.get $c1) (local.get $e)) (v128.load offset=208 (local.get $rules))))
              (i32.const 2))))
        (local.set $over
          (i32.or
            (local.get $over)
            (i32.shl
              (i64x2.bitmask (f64x2.gt (f64x2.sub (local.get $c1) (local.get $e)) (v128.load offset=208 (local.get $rules))))
              (i32.const 2))))
        (local.set $sound
          (i32.or
            (local.get $sound)
            (i32.shl
              (i64x2.bitmask
                (v128.and
                  (f64x2.lt (f64x2.mul (local.get $s1) (v128.load offset=16 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                  (v128.and
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=80 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=144 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52)))))
              (i32.const 2))))

        (local.set $c2 (f64x2.div (f64x2.sqrt (f64x2.mul (local.get $q2) (local.get $inverse))) (local.get $m2)))
        (v128.store offset=32 (local.get $means) (local.get $m2))
        (v128.store offset=32 (local.get $cvs) (local.get $c2))
        (local.set $e (f64x2.mul (local.get $error) (f64x2.add (v128.const f64x2 1 1) (local.get $c2))))
        (local.set $within
          (i32.or
            (local.get $within)
            (i32.shl
              (i64x2.bitmask (f64x2.lt (f64x2.add (local.get $c2) (local.get $e)) (v128.load offset=224 (local.get $rules))))
              (i32.const 4))))
        (local.set $over
          (i32.or
            (local.get $over)
            (i32.shl
              (i64x2.bitmask (f64x2.gt (f64x2.sub (local.get $c2) (local.get $e)) (v128.load offset=224 (local.get $rules))))
              (i32.const 4))))
        (local.set $sound
          (i32.or
            (local.get $sound)
            (i32.shl
              (i64x2.bitmask
                (v128.and
                  (f64x2.lt (f64x2.mul (local.get $s2) (v128.load offset=32 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                  (v128.and
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=96 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=160 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52)))))
              (i32.const 4))))

        (local.set $c3 (f64x2.div (f64x2.sqrt (f64x2.mul (local.get $q3) (local.get $inverse))) (local.get $m3)))
        (v128.store offset=48 (local.get $means) (local.get $m3))
        (v128.store offset=48 (local.get $cvs) (local.get $c3))
        (local.set $e (f64x2.mul (local.get $error) (f64x2.add (v128.const f64x2 1 1) (local.get $c3))))
        (local.set $within
          (i32.or
            (local.get $within)
            (i32.shl
              (i64x2.bitmask (f64x2.lt (f64x2.add (local.get $c3) (local.get $e)) (v128.load offset=240 (local.get $rules))))
              (i32.const 6))))
        (local.set $over
          (i32.or
            (local.get $over)
            (i32.shl
              (i64x2.bitmask (f64x2.gt (f64x2.sub (local.get $c3) (local.get $e)) (v128.load offset=240 (local.get $rules))))
              (i32.const 6))))
        (local.set $sound
          (i32.or
            (local.get $sound)
            (i32.shl
              (i64x2.bitmask
                (v128.and
                  (f64x2.lt (f64x2.mul (local.get $s3) (v128.load offset=48 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                  (v128.and
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=112 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52))
                    (f64x2.lt (f64x2.mul (local.get $all) (v128.load offset=176 (local.get $rules))) (v128.const f64x2 0x1p52 0x1p52)))))
              (i32.const 6))))

        ;; certainties: bits 1 to 7 within the limit, 9 to 15 over it, 16 = all products exact, and no row without pupils
        (i32.store (local.get $results) (local.get $passed))
        (i32.store offset=4
          (local.get $results)
          (i32.or
            (i32.or (local.get $within) (i32.shl (local.get $over) (i32.const 8)))
            (i32.shl
              (i32.and
                (i32.eq (local.get $sound) (i32.const 255))
                (i32.eqz (i32.and (local.get $empty) (i32.const 1))))
              (i32.const 16))))
        (local.set $means (i32.add (local.get $means) (i32.const 64)))
        (local.set $cvs (i32.add (local.get $cvs) (i32.const 64)))
        (local.set $results (i32.add (local.get $results) (i32.const 8)))
        (local.set $list (i32.add (local.get $list) (i32.const 12)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $each)))))

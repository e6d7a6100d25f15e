import { paperOf } from './demo-papers.ts';

/** A list that proves how many teachers rotated (交流轮岗名单): numbers by school, no names of people. */
export async function rotationList(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  return paperOf('2026年教师交流轮岗名单（汇总）', [
    ['学校', '符合交流条件', '实际交流', '其中骨干教师'],
    ['城区学校（9 所）', 318, 41, 11],
    ['乡镇中心校（14 所）', 214, 24, 5],
    ['村小和教学点', 80, 9, 1],
    ['合计', 612, 74, 17],
  ]);
}

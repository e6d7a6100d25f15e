import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

// Writes sheets of made-up schools into a folder: a process of its own, so that the memory of whoever reads them is theirs.

const [folder = '', sheets = '', schools = ''] = process.argv.slice(2);
for (let round = 1; round <= Number(sheets); round += 1) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('学校');
  sheet.addRow(['学校标识码*', '学校名称*', '办学类型*', '城乡类型*', '办学性质', '所在乡镇', '寄宿制', '建校年份']);
  for (let number = 0; number < Number(schools); number += 1) {
    sheet.addRow([
      `99${round}${String(number).padStart(6, '0')}`,
      `99${round}镇第${number}号示例小学`,
      '小学',
      '镇区',
      '公办',
      '',
      '否',
      '1998',
    ]);
  }
  writeFileSync(join(folder, `schools-${round}.xlsx`), Buffer.from(await workbook.xlsx.writeBuffer()));
}

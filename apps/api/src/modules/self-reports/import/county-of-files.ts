const COUNTY = /([\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|林区|特区|县|区|市|旗))/g;
const CODE = /(?:行政区划代码|区划代码|区县代码|县代码)[:：]?\s*(\d{6})(?!\d)/;

/** Which county titles ("清泉县义务教育…统计表", "填报单位：清泉县教育局") and, failing these, file names speak of. */
export function countyOfFiles(
  titles: readonly string[],
  fileNames: readonly string[],
): { code: string | null; name: string | null } {
  const code = titles.map((title) => CODE.exec(title)?.[1]).find((found) => found !== undefined) ?? null;
  for (const text of [...titles, ...fileNames.map((name) => name.replace(/\.[^.]+$/, ''))]) {
    const name = countyIn(text);
    if (name !== null) return { code, name };
  }
  return { code, name: null };
}

function countyIn(text: string): string | null {
  const start = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:填报|统计|制表)?(?:单位|机构)(?:\(.*?\))?:?/, '')
    .replace(/^\d{2,4}(?:-\d{2,4})?(?:学)?年度?/, '')
    // The words that follow a county's name; without one of them it is only a text.
    .split(
      /义务教育|教育局|教育和|教体局|教育体育|优质均衡|基本均衡|中小学|小学|初中|学校|教育|填报|统计|基础数据|\(/,
    )[0]!;
  if (start === text.normalize('NFKC').replace(/\s+/g, '') && !/(?:县|区|市|旗)$/.test(start)) return null;
  const names = [...start.matchAll(COUNTY)].map((match) => match[1]!);
  const name = names.at(-1) ?? null;
  // 省 and 市 in front belong to the path, not to the county.
  return name === null ? null : name.replace(/^.*(?:省|自治区|自治州)/, '') || null;
}

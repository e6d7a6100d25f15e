const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of both calendars a workbook can count in. Day 60 of the first is 1900-02-29, which never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** The date or time a stored serial number shows; null when it is outside the calendar. Times are local, without a zone. */
export function serialToDateText(serial: number, counts1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return null;
  const days = !counts1904 && serial < 60 ? serial + 1 : serial;
  const instant = (counts1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((days * MILLISECONDS_A_DAY) / 1000) * 1000;
  const text = new Date(instant).toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}

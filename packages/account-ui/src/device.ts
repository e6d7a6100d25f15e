import Bowser from 'bowser';

/** Browser and system as people call them, `Chrome · Windows 10`; null when the text says neither. */
export function deviceName(userAgent: string): string | null {
  if (userAgent === '') return null;
  const { browser, os } = Bowser.parse(userAgent);
  const system = [os.name, os.versionName ?? (os.name === 'Windows' ? os.version : undefined)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const parts = [browser.name, system].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(' · ');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, environmentVariables, parseConfig } from './config.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

describe('the configuration', () => {
  test('has these defaults', () => {
    expect(parseConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: join(ROOT, '.data'),
      databaseUrl: null,
      databasePool: 12,
      mode: 'demo',
      empty: false,
      demonstration: 'whole',
      publicUrl: null,
      trustedProxies: [],
      anchorsFile: join(ROOT, '.data', 'audit-anchors.jsonl'),
      keyFile: join(ROOT, '.data', 'secret-key'),
      auditKeyFile: join(ROOT, '.data', 'audit-signing-key'),
      sessionIdleMinutes: 120,
      sessionHours: 12,
      bodyLimitBytes: 1_048_576,
      uploadLimitBytes: 20_971_520,
      mail: null,
      log: 'text',
      appsDir: join(ROOT, 'apps'),
    });
  });

  test('takes what is given, and empty texts as not given', () => {
    const config = parseConfig({
      PORT: '',
      DATA_DIR: '/srv/junheng',
      JUNHENG_MODE: 'production',
      JUNHENG_EMPTY: '1',
      JUNHENG_PUBLIC_URL: 'https://junheng.example.cn/',
      JUNHENG_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
      JUNHENG_BODY_LIMIT_KIB: '64',
      UNKNOWN: 'x',
    });
    expect(config).toMatchObject({
      port: 3000,
      dataDir: '/srv/junheng',
      anchorsFile: '/srv/junheng/audit-anchors.jsonl',
      mode: 'production',
      empty: true,
      publicUrl: 'https://junheng.example.cn',
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
      bodyLimitBytes: 65_536,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('reports all faults together', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', JUNHENG_MODE: 'test', JUNHENG_SESSION_HOURS: '0' };
    const attempt = () => parseConfig(wrong);
    expect(attempt).toThrow(ConfigurationError);
    let faults: readonly string[] = [];
    try {
      attempt();
    } catch (error) {
      if (error instanceof ConfigurationError) faults = error.faults;
    }
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(Object.keys(wrong));
  });

  test('needs a mail server and a sender together', () => {
    const mail = {
      JUNHENG_SMTP_URL: 'smtps://user:word@smtp.example.cn:465',
      JUNHENG_MAIL_FROM: '均衡 <j@example.cn>',
    };
    expect(parseConfig(mail).mail).toEqual({ url: mail.JUNHENG_SMTP_URL, from: mail.JUNHENG_MAIL_FROM });
    expect(() => parseConfig({ JUNHENG_SMTP_URL: mail.JUNHENG_SMTP_URL })).toThrow('JUNHENG_MAIL_FROM');
    expect(() => parseConfig({ ...mail, JUNHENG_SMTP_URL: 'smtp.example.cn' })).toThrow('JUNHENG_SMTP_URL');
  });

  test('is documented, every variable of it', () => {
    const operations = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');
    expect(environmentVariables.filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });
});

import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const REPOSITORY_ROOT_FROM_SOURCE = fileURLToPath(new URL('../../../../../', import.meta.url));

const flag = z
  .enum(['', '0', '1', 'false', 'true', 'no', 'yes'])
  .transform((value) => value === '1' || value === 'true' || value === 'yes');
const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(least).max(most));

/**
 * Every environment variable the server knows: the only list, parsed once, all faults reported together.
 * `docs/operations.md` repeats it for operators; a test keeps both and the defaults in step.
 */
const environmentSchema = z.object({
  /** Port the server listens on. 0 takes a free one. */
  PORT: wholeNumber(0, 65_535).default(3000),
  /** Address the server listens on. Only this machine, unless told otherwise. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database, of uploaded files and of the audit anchors. */
  DATA_DIR: z.string().min(1).optional(),
  /** A real PostgreSQL server (18 or later: virtual columns). Without it the embedded one is started in DATA_DIR. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  /** Connections to the database this process may hold. */
  JUNHENG_DATABASE_POOL: wholeNumber(2, 100).default(12),
  /** `demo` keeps printed passwords usable; `production` forces them to be changed and marks the cookie Secure. */
  JUNHENG_MODE: z.enum(['demo', 'production']).default('demo'),
  /** Start without demonstration data; the first administrator comes by a one-time link printed to the console. */
  JUNHENG_EMPTY: flag.default(false),
  /** What the demonstration holds: all of a county's work, or only what its schools reported (which journeys begin with). */
  JUNHENG_DEMONSTRATION: z.enum(['whole', 'reports']).default('whole'),
  /** The address people type, e.g. https://junheng.example.cn: used in one-time links. */
  JUNHENG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses of the reverse proxies in front (comma-separated, CIDR allowed): only these may say who the caller is. */
  JUNHENG_TRUSTED_PROXIES: z.string().optional(),
  /** File of the audit anchors; best on another disk than the database. Default: DATA_DIR/audit-anchors.jsonl. */
  JUNHENG_ANCHORS: z.string().min(1).optional(),
  /** File of the key that seals stored secrets (second factors); best backed up apart. Default: DATA_DIR/secret-key. */
  JUNHENG_KEY_FILE: z.string().min(1).optional(),
  /** File of the key that signs the audit anchors; best kept apart from them. Default: DATA_DIR/audit-signing-key. */
  JUNHENG_AUDIT_KEY_FILE: z.string().min(1).optional(),
  /** Minutes a session lives without being used. */
  JUNHENG_SESSION_IDLE_MINUTES: wholeNumber(1, 24 * 60).default(120),
  /** Hours after which a session ends in any case. */
  JUNHENG_SESSION_HOURS: wholeNumber(1, 24 * 7).default(12),
  /** Largest request body, in KiB, other than an upload. */
  JUNHENG_BODY_LIMIT_KIB: wholeNumber(16, 10_240).default(1024),
  /** Largest uploaded file, in MiB. */
  JUNHENG_UPLOAD_LIMIT_MIB: wholeNumber(1, 200).default(20),
  /** The mail server, e.g. smtps://user:password@smtp.example.cn:465. Without it nothing is sent and nothing promises it. */
  JUNHENG_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must begin with smtp:// or smtps://')
    .optional(),
  /** Whom mails come from, e.g. Junheng <junheng@example.cn>. Needed with JUNHENG_SMTP_URL. */
  JUNHENG_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/, 'must be an address, or a name with an address in angle brackets')
    .optional(),
  /** `json` writes one JSON object a line, `text` one line for people. */
  JUNHENG_LOG: z.enum(['json', 'text', 'off']).default('text'),
});

/** Names of all variables, for the test that keeps docs/operations.md complete. */
export const environmentVariables: readonly string[] = Object.keys(environmentSchema.shape);

/** The settings of one process: plain data, frozen. */
export interface AppConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databasePool: number;
  readonly mode: 'demo' | 'production';
  readonly empty: boolean;
  readonly demonstration: 'whole' | 'reports';
  readonly publicUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly anchorsFile: string;
  readonly keyFile: string;
  readonly auditKeyFile: string;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly bodyLimitBytes: number;
  readonly uploadLimitBytes: number;
  /** Null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly log: 'json' | 'text' | 'off';
  /** Where the built pages lie: `<dir>/school-portal/dist`, `<dir>/admin-console/dist`. */
  readonly appsDir: string;
}

/** Nest's token of the configuration. */
export const APP_CONFIG = Symbol('APP_CONFIG');

/** All faults of the environment at once, one a line. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

/**
 * @param environment usually `process.env`; variables set to the empty text count as not set
 * @throws ConfigurationError naming every wrong variable
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): AppConfig {
  const given: Record<string, string> = {};
  for (const name of environmentVariables) {
    const value = environment[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = environmentSchema
    .refine((values) => (values.JUNHENG_SMTP_URL === undefined) === (values.JUNHENG_MAIL_FROM === undefined), {
      path: ['JUNHENG_MAIL_FROM'],
      message: 'goes together with JUNHENG_SMTP_URL',
    })
    .safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  // src/platform/config and dist/src/platform/config differ by one folder.
  const root = /[\\/]dist[\\/]/.test(import.meta.url)
    ? resolve(REPOSITORY_ROOT_FROM_SOURCE, '..')
    : REPOSITORY_ROOT_FROM_SOURCE;
  const dataDir = resolve(values.DATA_DIR ?? resolve(root, '.data'));
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataDir,
    databaseUrl: values.DATABASE_URL ?? null,
    databasePool: values.JUNHENG_DATABASE_POOL,
    mode: values.JUNHENG_MODE,
    empty: values.JUNHENG_EMPTY,
    demonstration: values.JUNHENG_DEMONSTRATION,
    publicUrl: values.JUNHENG_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: (values.JUNHENG_TRUSTED_PROXIES ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    anchorsFile: resolve(values.JUNHENG_ANCHORS ?? resolve(dataDir, 'audit-anchors.jsonl')),
    keyFile: resolve(values.JUNHENG_KEY_FILE ?? resolve(dataDir, 'secret-key')),
    auditKeyFile: resolve(values.JUNHENG_AUDIT_KEY_FILE ?? resolve(dataDir, 'audit-signing-key')),
    sessionIdleMinutes: values.JUNHENG_SESSION_IDLE_MINUTES,
    sessionHours: values.JUNHENG_SESSION_HOURS,
    bodyLimitBytes: values.JUNHENG_BODY_LIMIT_KIB * 1024,
    uploadLimitBytes: values.JUNHENG_UPLOAD_LIMIT_MIB * 1024 * 1024,
    mail:
      values.JUNHENG_SMTP_URL === undefined || values.JUNHENG_MAIL_FROM === undefined
        ? null
        : { url: values.JUNHENG_SMTP_URL, from: values.JUNHENG_MAIL_FROM },
    log: values.JUNHENG_LOG,
    appsDir: resolve(root, 'apps'),
  });
}

/** The configuration that describes the routes without running anything: for the OpenAPI document. */
export function previewConfig(): AppConfig {
  return parseConfig({ DATA_DIR: resolve(tmpdir(), 'junheng-preview'), JUNHENG_LOG: 'off' });
}

/** The one place that reads the process's environment. */
export function configFromProcess(): AppConfig {
  return parseConfig(process.env);
}

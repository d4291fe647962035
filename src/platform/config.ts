import { z } from 'zod'
import { isLoopback } from './loopback.ts'
import { SIGN_IN_SETTINGS, signInProblems } from './sign-in-settings.ts'
import { StartRefusal } from './start-refusal.ts'

const PORTS = 65_535
const SHORTEST_SECRET = 32
const SOURCES = ['doffin', 'ted'] as const

function webAddress(usual: string) {
  return z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' })
    .default(usual)
}

/** Each setting with what it means and what is wrong with a value; the value itself is never repeated. */
const Settings = z.object({
  MODE: z
    .enum(['demo', 'production'], { error: 'must be demo or production' })
    .default('demo')
    .describe(
      '`demo` answers on this machine only and shows a banner; `production` needs `BASE_URL` and `SESSION_SECRET`',
    ),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('The address to listen on; in demo mode one that only this machine reaches'),
  PORT: z.coerce
    .number({ error: `must be a whole number from 0 to ${PORTS}` })
    .int(`must be a whole number from 0 to ${PORTS}`)
    .min(0, `must be a whole number from 0 to ${PORTS}`)
    .max(PORTS, `must be a whole number from 0 to ${PORTS}`)
    .default(3000)
    .describe('The port to listen on; 0 takes any that is free'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://spydspiss.no' })
    .optional()
    .describe('The address that people use, without a path; `http://localhost:<PORT>` in demo mode'),
  SESSION_SECRET: z
    .string()
    .min(SHORTEST_SECRET, `must be at least ${SHORTEST_SECRET} characters that nobody can guess`)
    .optional()
    .describe(
      `At least ${SHORTEST_SECRET} characters that nobody can guess, the same for all servers of one site`,
    ),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe(
      'The folder of the embedded database and of the socket for commands; one server uses it at a time',
    ),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres:// or postgresql://' })
    .optional()
    .describe('A PostgreSQL database (15 or newer, UTF-8); without it an embedded one in `DATA_DIR`'),
  FILE_STORE: z
    .enum(['database', 'disk', 's3'], { error: 'must be database, disk or s3' })
    .default('database')
    .describe(
      'Where uploaded documents are kept: `database`, `disk` (a folder that all servers share) or `s3`; a change moves those of the database',
    ),
  FILE_DIR: z
    .string()
    .optional()
    .describe(
      'The folder for `FILE_STORE=disk`, of this installation alone; `files` in `DATA_DIR` without it',
    ),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://s3.eu-north-1.amazonaws.com' })
    .optional()
    .describe('The S3-compatible server for `FILE_STORE=s3`; the bucket is put in the path'),
  S3_REGION: z.string().default('us-east-1').describe('The region that requests to S3 are signed for'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional()
    .describe('The bucket for documents, of this installation alone'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('The name of the key to the bucket'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('The secret of the key to the bucket'),
  IMPORT_DAILY: z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((one) => one !== 'off'),
      ),
    ])
    .pipe(z.array(z.enum(SOURCES, { error: 'must be off, doffin, ted, or doffin,ted' })))
    .default([])
    .describe('What the server brings in by itself every day: `off`, `doffin`, `ted` or `doffin,ted`'),
  DOFFIN_API_KEY: z
    .string()
    .optional()
    .describe('The key to the public API of Doffin, which is free; needed for `import doffin`'),
  DOFFIN_URL: webAddress('https://api.doffin.no/public').describe('Where the public API of Doffin is'),
  TED_URL: webAddress('https://api.ted.europa.eu').describe('Where the search of TED is'),
  TED_XML_URL: webAddress('https://ted.europa.eu').describe('Where TED gives out its notices'),
  ...SIGN_IN_SETTINGS,
  OPERATOR: z
    .string()
    .max(300, 'must be at most 300 characters')
    .optional()
    .describe(
      'Who runs this installation and answers for the accounts, and how to reach them, as the privacy page tells it: `KS, personvern@ks.no`',
    ),
  SECURITY_CONTACT: z
    .url({ protocol: /^(mailto|https|tel)$/, error: 'must begin with mailto:, https:// or tel:' })
    .optional()
    .describe(
      'Where faults in the security are told, in `/.well-known/security.txt`: `mailto:sikkerhet@kommune.no`; without it there is no such file',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' })
    .optional()
    .describe(
      'The mail server (`smtp://user:password@host:587`); without it nobody gets mail, only the list on the site',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+@[^\r\n]+$/, 'must be an address, with a name before it if you like')
    .default('Spydspiss <ikke-svar@localhost>')
    .describe('Whom mail comes from: a name and an address'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info')
    .describe('How much is logged, as JSON lines on standard output'),
})

type Given = z.infer<typeof Settings>
type Name = keyof Given

/** The settings of one run. `BASE_URL` is always there, without a slash at its end. */
export type Config = Readonly<Given & { BASE_URL: string }>

/** Reads the settings once, at start-up; nothing else in the program touches the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Settings.safeParse(onlySet(environment))
  const problems = parsed.success
    ? problemsTogether(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
  if (!parsed.success || problems.length > 0) throw new StartRefusal(problems.join('\n'))
  const { BASE_URL = `http://localhost:${parsed.data.PORT}` } = parsed.data
  return Object.freeze({ ...parsed.data, BASE_URL: new URL(BASE_URL).origin })
}

/**
 * React reads this when it is first loaded, and is half as fast when it finds nothing. It decides nothing of ours; to be
 * called before any page is.
 */
export function renderAsInProduction(): void {
  process.env.NODE_ENV ||= 'production'
}

export type SettingDescription = {
  readonly name: Name
  readonly description: string
  /** As one would write it in the environment; null when there is none. */
  readonly default: string | null
}

/** All settings, for the table in the README and for `spydspiss doctor`. */
export function describeSettings(): readonly SettingDescription[] {
  const defaults: { readonly [name in Name]?: unknown } = Settings.parse({})
  return (Object.keys(Settings.shape) as Name[]).map((name) => ({
    name,
    description: Settings.shape[name].description ?? '',
    default: defaults[name] === undefined ? null : String(defaults[name]) || 'off',
  }))
}

/** What each setting alone cannot tell. */
function problemsTogether(given: Given): readonly string[] {
  const { MODE, HOST, BASE_URL, SESSION_SECRET, IMPORT_DAILY, DOFFIN_API_KEY, DOFFIN_URL } = given
  const problems: string[] = []
  if (MODE === 'production' && !BASE_URL) {
    problems.push(
      'BASE_URL is missing: in production it is the address that people use, such as https://spydspiss.no.',
    )
  }
  if (MODE === 'production' && BASE_URL && isReadOnTheWay(BASE_URL)) {
    problems.push('BASE_URL must begin with https:// in production, since sessions are sent there.')
  }
  if (MODE === 'production' && !SESSION_SECRET) {
    problems.push(
      `SESSION_SECRET is missing: in production it is at least ${SHORTEST_SECRET} characters that nobody can guess.`,
    )
  }
  if (MODE === 'demo' && !isLoopback(HOST)) {
    problems.push(
      'HOST must be 127.0.0.1, ::1 or localhost in demo mode; to let others in, set MODE=production.',
    )
  }
  if (IMPORT_DAILY.includes('doffin') && !DOFFIN_API_KEY) {
    problems.push('DOFFIN_API_KEY is missing: IMPORT_DAILY names doffin, which gives nothing without a key.')
  }
  if (DOFFIN_API_KEY && isReadOnTheWay(DOFFIN_URL)) {
    problems.push('DOFFIN_URL must begin with https://, since the key is sent there.')
  }
  problems.push(...fileProblems(given))
  if (BASE_URL && new URL(BASE_URL).pathname !== '/') {
    problems.push('BASE_URL must be an address without a path, such as https://spydspiss.no.')
  }
  return [...problems, ...signInProblems(given)]
}

/** Sent in the open, other than on the machine itself. */
function isReadOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !isLoopback(hostname)
}

function fileProblems(given: Given): readonly string[] {
  const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  const missing = needed.filter((name) => given.FILE_STORE === 's3' && !given[name])
  const { S3_ENDPOINT } = given
  const isOpen = S3_ENDPOINT && isReadOnTheWay(S3_ENDPOINT)
  return [
    ...missing.map((name) => `${name} is missing: FILE_STORE is s3.`),
    ...(isOpen ? ['S3_ENDPOINT must begin with https://, since documents are sent there.'] : []),
  ]
}

/** A variable that is set to nothing is not set: that is how a line is emptied in a file of settings. */
function onlySet(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {}
  for (const name of Object.keys(Settings.shape)) {
    const value = environment[name]?.trim()
    if (value) set[name] = value
  }
  return set
}

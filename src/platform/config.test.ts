import { expect, test } from 'vitest'
import { describeSettings, readConfig } from './config.ts'
import { StartRefusal } from './start-refusal.ts'

const production = {
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a'.repeat(32),
}

test('without settings it is a demo for this machine only', () => {
  expect(readConfig({})).toEqual({
    MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: 3000,
    BASE_URL: 'http://localhost:3000',
    DATA_DIR: '.data',
    FILE_STORE: 'database',
    S3_REGION: 'us-east-1',
    IMPORT_DAILY: [],
    DOFFIN_URL: 'https://api.doffin.no/public',
    TED_URL: 'https://api.ted.europa.eu',
    TED_XML_URL: 'https://ted.europa.eu',
    OIDC_SCOPE: 'openid profile email',
    SESSION_IDLE_MINUTES: 480,
    SESSION_HOURS: 24,
    TRUSTED_PROXIES: [],
    LOG_LEVEL: 'info',
    MAIL_FROM: 'Spydspiss <ikke-svar@localhost>',
  })
})

test('production listens where it is told', () => {
  const config = readConfig({
    ...production,
    HOST: '0.0.0.0',
    PORT: '8080',
    BASE_URL: 'https://spydspiss.example/',
  })
  expect(config).toMatchObject({ MODE: 'production', HOST: '0.0.0.0', PORT: 8080 })
  expect(config.BASE_URL).toBe('https://spydspiss.example')
})

test('NODE_ENV means nothing, and a setting that is empty is not set', () => {
  expect(readConfig({ NODE_ENV: 'production', PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
})

test.each([
  [{ MODE: 'prod' }, 'MODE must be demo or production.'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL must be debug, info, warn, error or silent.'],
  [
    { DATABASE_URL: 'mysql://root@localhost/x' },
    'DATABASE_URL must begin with postgres:// or postgresql://.',
  ],
  [{ BASE_URL: 'spydspiss.no' }, 'BASE_URL must be an address such as https://spydspiss.no.'],
  [{ BASE_URL: 'https://kommune.no/spydspiss' }, 'BASE_URL must be an address without a path'],
  [
    { HOST: '0.0.0.0' },
    'HOST must be 127.0.0.1, ::1 or localhost in demo mode; to let others in, set MODE=production.',
  ],
  [{ ...production, BASE_URL: '' }, 'BASE_URL is missing'],
  [{ ...production, BASE_URL: 'http://spydspiss.no' }, 'BASE_URL must begin with https://'],
  [{ ...production, SESSION_SECRET: undefined }, 'SESSION_SECRET is missing'],
  [{ ...production, SESSION_SECRET: 'short' }, 'SESSION_SECRET must be at least 32 characters'],
])('%o is told in a sentence that names the setting', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(StartRefusal)
  expect(() => readConfig(environment)).toThrow(sentence)
})

test('everything that is wrong is told at once, and no secret is repeated', () => {
  const wrong = {
    MODE: 'production',
    SESSION_SECRET: 'hunter2',
    DATABASE_URL: 'mysql://kari:pa55@db/x',
    PORT: 'x',
  }
  const told = refusalOf(wrong)
  expect(told.split('\n')).toHaveLength(3)
  expect(told).not.toMatch(/hunter2|pa55/)
})

test.each(['localhost', '::1', '127.0.0.1', '127.1.2.3'])('a demo may listen on %s', (HOST) => {
  expect(readConfig({ HOST }).HOST).toBe(HOST)
})

test('what is fetched daily is a list of sources, or off', () => {
  const DOFFIN_API_KEY = 'a free key'
  expect(readConfig({ IMPORT_DAILY: 'off' }).IMPORT_DAILY).toEqual([])
  expect(readConfig({ IMPORT_DAILY: 'Doffin, ted', DOFFIN_API_KEY }).IMPORT_DAILY).toEqual(['doffin', 'ted'])
  expect(refusalOf({ IMPORT_DAILY: 'mercell' })).toContain('must be off, doffin, ted')
  expect(refusalOf({ IMPORT_DAILY: 'doffin' })).toContain('DOFFIN_API_KEY is missing')
})

test('documents in S3 need a bucket and a key, and are not sent in the clear', () => {
  const s3 = {
    FILE_STORE: 's3',
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'spydspiss',
    S3_ACCESS_KEY_ID: 'AKIA',
    S3_SECRET_ACCESS_KEY: 'hush',
  }
  expect(readConfig(s3).FILE_STORE).toBe('s3')
  expect(refusalOf({ FILE_STORE: 's3' }).split('\n')).toHaveLength(4)
  expect(refusalOf({ ...s3, S3_SECRET_ACCESS_KEY: '' })).toContain('S3_SECRET_ACCESS_KEY is missing')
  expect(refusalOf({ ...s3, S3_ENDPOINT: 'http://s3.example' })).toContain('must begin with https://')
  expect(refusalOf({ ...s3, S3_BUCKET: '../x' })).toContain('S3_BUCKET must be the name of a bucket')
  expect(readConfig({ ...s3, S3_ENDPOINT: 'http://127.0.0.1:9000' }).S3_ENDPOINT).toContain('127')
  expect(refusalOf({ FILE_STORE: 'tape' })).toContain('FILE_STORE must be database, disk or s3')
})

test('the key to Doffin is never sent in the clear to another machine', () => {
  expect(refusalOf({ DOFFIN_API_KEY: 'a free key', DOFFIN_URL: 'http://doffin.example' })).toContain(
    'https://',
  )
  expect(readConfig({ DOFFIN_API_KEY: 'a free key', DOFFIN_URL: 'http://127.0.0.1:9' }).DOFFIN_URL).toContain(
    '127',
  )
})

test('every setting is described, with its default as one would write it', () => {
  const settings = describeSettings()
  expect(settings.map(({ name }) => name)).toEqual([
    'MODE',
    'HOST',
    'PORT',
    'BASE_URL',
    'SESSION_SECRET',
    'DATA_DIR',
    'DATABASE_URL',
    'FILE_STORE',
    'FILE_DIR',
    'S3_ENDPOINT',
    'S3_REGION',
    'S3_BUCKET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'IMPORT_DAILY',
    'DOFFIN_API_KEY',
    'DOFFIN_URL',
    'TED_URL',
    'TED_XML_URL',
    'OIDC_ISSUER',
    'OIDC_NAME',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_CLIENT_KEY_FILE',
    'OIDC_SCOPE',
    'OIDC_ACR_VALUES',
    'OIDC_AUTHORIZATION_DETAILS',
    'SESSION_IDLE_MINUTES',
    'SESSION_HOURS',
    'TRUSTED_PROXIES',
    'OPERATOR',
    'SECURITY_CONTACT',
    'SMTP_URL',
    'MAIL_FROM',
    'LOG_LEVEL',
  ])
  expect(settings.every(({ description }) => description.length > 20)).toBe(true)
  expect(settings.find(({ name }) => name === 'PORT')?.default).toBe('3000')
  expect(settings.find(({ name }) => name === 'IMPORT_DAILY')?.default).toBe('off')
  expect(settings.find(({ name }) => name === 'SESSION_SECRET')?.default).toBeNull()
})

function refusalOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof StartRefusal) return error.message
  }
  throw new Error('The settings were accepted')
}

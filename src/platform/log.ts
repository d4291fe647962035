import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { describeError } from './describe-error.ts'

export type Log = Logger

const requests = new AsyncLocalStorage<{ readonly requestId: string }>()

/** Names under which something secret or personal would stand. */
const SECRET = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'email',
  'telephone',
  'phone',
  'pid',
] as const

const EMAIL = /[\w.+-]+(@|%40)[\w-]+(\.[\w-]+)+/gi
/** Eleven digits, as a fødselsnummer or D-number has, alone or as six and five; not a piece of a hash. */
const NATIONAL_ID = /(?<![\da-f]|\d\.)\d{6} ?\d{5}(?![\da-f]|\.\d)/gi
const JSON_STRING = /"(?:[^"\\]|\\.)*"/g

/**
 * JSON lines with what happened, and never whom it happened to.
 *
 * Callers leave personal data out. What slips through is taken out here: fields by their names, errors by
 * `describeError`, e-mail addresses and national identity numbers wherever they stand.
 */
export function createLog(config: Pick<Config, 'LOG_LEVEL'>, destination?: DestinationStream): Log {
  return pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => requests.getStore() ?? {},
      serializers: {
        err: (error: unknown) => describeError(error),
        error: (error: unknown) => describeError(error),
      },
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
      hooks: { streamWrite: maskPersons },
    },
    destination ?? pino.destination(1),
  )
}

/** Everything that `work` logs, however deep, carries the request's id. */
export function withRequestId<Value>(requestId: string, work: () => Value): Value {
  return requests.run({ requestId }, work)
}

/** Inside the strings only, so that a number stays a number and the line stays JSON. */
function maskPersons(line: string): string {
  return line.replace(JSON_STRING, (text) => text.replace(EMAIL, '[e-mail]').replace(NATIONAL_ID, '[number]'))
}

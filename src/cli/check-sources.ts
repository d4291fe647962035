import {
  type SourceName,
  type SourceState,
  sourceFailureText,
  sourceStates,
} from '#src/modules/notices/index.ts'
import { type Config, describeSettings } from '#src/platform/config.ts'
import { isLoopback } from '#src/platform/loopback.ts'
import type { Program } from '#src/program.ts'

type Finding = { readonly ok: boolean; readonly text: string }

const ADDRESSES = ['DOFFIN_URL', 'TED_URL', 'TED_XML_URL'] as const

/** How Doffin and TED are set up, and how it last went; nobody is asked over the network. */
export async function checkSources({ db, config, now }: Program): Promise<readonly Finding[]> {
  const states = await sourceStates(db, now())
  return [
    daily(config),
    key(config),
    ...ADDRESSES.flatMap((name) => address(config, name)),
    ...states
      .filter(({ source }) => config.IMPORT_DAILY.includes(source))
      .map((state) => howItWent(state, now())),
  ]
}

function daily({ IMPORT_DAILY }: Config): Finding {
  return {
    ok: true,
    text:
      IMPORT_DAILY.length === 0
        ? 'No notices are fetched daily (IMPORT_DAILY is off)'
        : `Notices are fetched daily from ${IMPORT_DAILY.join(' and ')} (IMPORT_DAILY)`,
  }
}

function key({ DOFFIN_API_KEY }: Config): Finding {
  return {
    ok: true,
    text: DOFFIN_API_KEY
      ? 'DOFFIN_API_KEY is set'
      : 'DOFFIN_API_KEY is not set: «import doffin» needs one, which is free',
  }
}

function address(config: Config, name: (typeof ADDRESSES)[number]): readonly Finding[] {
  const url = new URL(config[name])
  const usual = describeSettings().find((one) => one.name === name)?.default
  if (config[name] === usual) return []
  if (url.protocol === 'http:' && config.MODE === 'production' && !isLoopback(url.hostname))
    return [
      {
        ok: false,
        text: `${name} is ${url.origin}, where anybody on the way can change what is read: use https://`,
      },
    ]
  return [{ ok: true, text: `${name} is ${url.origin}, which is not the public one` }]
}

const NAMES: Readonly<Record<SourceName, string>> = { doffin: 'Doffin', ted: 'TED' }
const LATE_MS = 2 * 24 * 3_600_000

function howItWent({ source, job }: SourceState, now: Date): Finding {
  const name = NAMES[source]
  if (job?.lastFailure && job.failures > 0) {
    const why = sourceFailureText(job.lastFailure.failure, 'en')
    return { ok: false, text: `${name} could not be fetched on ${day(job.lastFailure.at)}: ${why}` }
  }
  if (!job?.lastSuccess)
    return { ok: true, text: `${name} has not been fetched yet: the server does it when it is up` }
  const { at } = job.lastSuccess
  return now.getTime() - at.getTime() > LATE_MS
    ? { ok: false, text: `${name} was last fetched on ${day(at)}: start the server, which does it daily` }
    : { ok: true, text: `${name} was fetched on ${day(at)}` }
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}

import {
  dayInOslo,
  importJob,
  openSource,
  problemText,
  type RemoteSource,
  SOURCE_NAMES,
  type SourceName,
  type SourceReport,
  sourceFailureText,
} from '#src/modules/notices/index.ts'
import { type Job, registerJob, runJob } from '#src/platform/jobs/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type CommandContext, EXIT, type ExitCode } from './command.ts'

/** The options of `import` that are for sources on the net. */
export const SOURCE_OPTIONS = {
  since: { type: 'string' },
  until: { type: 'string' },
  query: { type: 'string' },
} as const

export const SOURCE_HELP = `From the net:
  spydspiss import doffin [--since DATE] [--until DATE]
  spydspiss import ted [--since DATE] [--until DATE] [--query Q]

Fetches what is announced from DATE (as 2026-01-31) to today and is not here. Without --since it goes on where the last run left
off, the first time two weeks back. Doffin needs a free key in DOFFIN_API_KEY. Q is a question in TED's own language, such as
'classification-cpv = 73*'; without it, everything from Norwegian buyers. It is safe to break off and run again. The
server does this daily when IMPORT_DAILY says so. A folder that is called doffin is named ./doffin.
Exit code 1 when something could not be fetched; what, is told, and it is tried again by the next run.`

export type SourceValues = {
  readonly json: boolean
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly query?: string | undefined
}

/** Whether the words of `import` name a source and not a path. */
export function namedSource(positionals: readonly string[]): SourceName | null {
  return SOURCE_NAMES.find((name) => positionals[0] === name) ?? null
}

/** `spydspiss import doffin` and `spydspiss import ted`. */
export async function importFromNet(
  context: CommandContext,
  name: SourceName,
  { json, since, until, query }: SourceValues,
): Promise<ExitCode> {
  const { program, output, signal } = context
  const wrong = whatIsWrong({ name, since, until, query, today: dayInOslo(program.now()) })
  const source = wrong === null ? openSource(program, name, query) : null
  if (!source?.ok) {
    output.complain(`${wrong ?? source?.failure} See spydspiss import --help.`)
    return EXIT.couldNotRun
  }
  const run = await fetchNow(context, source.value, { since, until })
  if (!run.ok) {
    output.complain(`Notices are being fetched from ${name} already: try again when that is done.`)
    return EXIT.couldNotRun
  }
  await program.search.refresh()
  await program.checkpoint()
  const report = run.value
  output.line(json ? JSON.stringify(report) : sentence(name, report))
  for (const line of complaints(report)) output.complain(line)
  if (signal.aborted) return EXIT.couldNotRun
  return complaints(report).length > 0 || report.imported.quarantined > 0 ? EXIT.someRefused : EXIT.done
}

/** Under the same lease as the daily import; what goes wrong with ourselves is thrown, for the person who waits. */
async function fetchNow(
  { program, output, signal }: CommandContext,
  source: RemoteSource,
  days: Pick<SourceValues, 'since' | 'until'>,
): Promise<Result<SourceReport, 'busy'>> {
  const outcome = Promise.withResolvers<SourceReport>()
  // It is looked at when the lease has been let go of, which may be a while after it was refused.
  outcome.promise.catch(() => {})
  const job = importJob(program, source, {
    ...days,
    onReport: outcome.resolve,
    onProgress: ({ done, days: searched, ofDays }) =>
      output.progress({ done, total: null, what: `notices fetched, ${searched} of ${ofDays} days` }),
    onRefused: (file, problems) => {
      for (const problem of problems) output.complain(`${file}: ${problemText(problem, 'en')}`)
    },
  })
  const run: Job['run'] = (stopped) =>
    job.run(stopped).catch((error: unknown) => {
      outcome.reject(error)
      throw error
    })
  await registerJob(program.db, job.name, null)
  const done = await runJob(program, { ...job, run }, { signal, early: true })
  return done.ok ? ok(await outcome.promise) : fail('busy')
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function whatIsWrong(asked: Omit<SourceValues, 'json'> & { name: SourceName; today: string }): string | null {
  const { name, since, until, query, today } = asked
  for (const [option, day] of Object.entries({ since, until })) {
    if (day === undefined) continue
    if (!isDay(day)) return `--${option} is a day, written as 2026-01-31.`
    if (day > today) return `--${option} is in the future.`
  }
  if (since && until && since > until) return '--since comes after --until.'
  if (query !== undefined && name !== 'ted') return '--query is for ted only.'
  return null
}

function isDay(text: string): boolean {
  if (!DATE.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).year >= 1990
  } catch {
    return false
  }
}

function sentence(name: SourceName, { since, until, collected, imported }: SourceReport): string {
  const { stored, unchanged, superseded, quarantined, seconds } = imported
  return (
    `${name} from ${since} to ${until}: ${collected.days} days searched, ${collected.found} notices named that were not here, ` +
    `${collected.fetched} fetched in ${seconds} s: ${stored} stored, ${unchanged} unchanged, ` +
    `${superseded} superseded by another, ${quarantined} in quarantine.`
  )
}

/** What did not come, each with why and what happens to it. */
function complaints({ collected, left }: SourceReport): readonly string[] {
  const { stopped, lastFailure, gone } = collected
  const lines: string[] = []
  if (stopped) lines.push(`Stopped before the end: ${sourceFailureText(stopped, 'en')}`)
  else if (lastFailure) lines.push(`Something went wrong: ${sourceFailureText(lastFailure, 'en')}`)
  if (left.unreached > 0)
    lines.push(
      `${left.unreached} days between ${left.from} and ${left.to} are not reached; the next run goes on there.`,
    )
  if (left.wanted > 0)
    lines.push(`${left.wanted} notices are named but not fetched yet; the next run asks again.`)
  if (left.unnamed > 0)
    lines.push(
      `${left.unnamed} notices are announced but cannot be reached: the source names 1,000 a question at most.`,
    )
  if (gone > 0)
    lines.push(
      `${gone} notices are named, but their text is gone at the source; it is asked for again later.`,
    )
  return lines
}

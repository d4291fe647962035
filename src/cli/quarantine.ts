import {
  findInQuarantine,
  listQuarantine,
  problemText,
  type QuarantineItem,
  retryQuarantine,
} from '#src/modules/notices/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = {
  all: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  json: { type: 'boolean', default: false },
} as const

/** `spydspiss quarantine list | show | retry`: what could not be read, why, and again. */
export const quarantine: Command = {
  name: 'quarantine',
  summary: 'Look at what could not be read, and try it again',
  help: `Usage: spydspiss quarantine list [--limit N] [--json]
       spydspiss quarantine show <id> [--json]
       spydspiss quarantine retry <id> … | --all

What could not be read as a notice is kept with its bytes and the reasons. An id may be shortened to its end, as «list»
shows it, or be the beginning of the file's SHA-256.

list     what there is, last received first, with the first reason
show     everything about one: where it came from, all reasons, and where in the file
retry    read it again, with the program as it is now; what can be read is stored and leaves the quarantine. The server does
         so by itself after an upgrade. What had no bytes (too large, could not be opened) must be imported again.

Exit code 1 when something that was tried again is refused again.`,
  run: runQuarantine,
}

async function runQuarantine(context: CommandContext): Promise<ExitCode> {
  const { args, output } = context
  const read = readArguments(args, OPTIONS)
  if (!read.ok) return complain(context, read.failure)
  const { values, positionals } = read.value
  const [what, ...ids] = positionals
  if (what === 'list' && ids.length === 0) {
    const limit = Number(values.limit)
    if (!Number.isInteger(limit) || limit < 1) return complain(context, '--limit is a number of at least 1.')
    return list(context, { limit, json: values.json })
  }
  if (what === 'show' && ids[0] !== undefined && ids.length === 1) {
    const item = await findInQuarantine(context.program.db, ids[0])
    if (!item)
      return complain(context, `Nothing in quarantine, or more than one thing, has the id «${ids[0]}».`)
    output.line(values.json ? JSON.stringify(item) : describe(item))
    return EXIT.done
  }
  if (what === 'retry' && (values.all ? ids.length === 0 : ids.length > 0)) return retry(context, ids)
  return complain(context, 'Say list, show <id>, retry <id> or retry --all.')
}

function complain({ output }: CommandContext, sentence: string): ExitCode {
  output.complain(`${sentence} See spydspiss quarantine --help.`)
  return EXIT.couldNotRun
}

async function list(
  { program, output }: CommandContext,
  { limit, json }: { limit: number; json: boolean },
): Promise<ExitCode> {
  const { items, total } = await listQuarantine(program.db, { limit })
  if (json) {
    output.line(JSON.stringify({ total, items }))
    return EXIT.done
  }
  for (const { id, receivedAt, name, problems } of items) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    const reason = problems[0] ? problemText(problems[0], 'en') : 'No reason was kept.'
    output.line(`${shortId(id)}  ${day(receivedAt)}  ${name}\n              ${reason}${more}`)
  }
  const shown = items.length < total ? `; the last ${items.length} are shown (--limit N shows more)` : ''
  output.line(total === 0 ? 'The quarantine is empty.' : `${total} in quarantine${shown}.`)
  return EXIT.done
}

function describe(item: QuarantineItem): string {
  const facts = [
    ['id', item.id],
    ['file', item.name],
    ['came from', item.source],
    ['size', item.size === null ? 'unknown' : `${item.size} bytes`],
    ['SHA-256', item.sha256 ?? 'none: no bytes were kept, so it must be imported again'],
    ['received', item.receivedAt.toISOString()],
    ['last tried', item.triedAt.toISOString()],
  ] as const
  const reasons = item.problems.map((problem) => {
    const place = problem.path ? ` At ${problem.path}.` : ''
    return `  ${problemText(problem, 'en')}${place} (${problem.code})`
  })
  return [...facts.map(([name, value]) => `${name.padEnd(11)} ${value}`), 'why', ...reasons].join('\n')
}

async function retry(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  const { program, output, signal } = context
  const onRefused: Parameters<typeof retryQuarantine>[1]['onRefused'] = (name, problems) => {
    for (const problem of problems) output.complain(`${name}: ${problemText(problem, 'en')}`)
  }
  const total = { read: 0, quarantined: 0 }
  const targets: Parameters<typeof retryQuarantine>[1]['only'][] = []
  for (const id of ids) {
    const item = await findInQuarantine(program.db, id)
    if (!item) return complain(context, `Nothing in quarantine, or more than one thing, has the id «${id}».`)
    if (item.sha256 === null) {
      return complain(context, `Of ${item.name} there are no bytes: mend it and import it again.`)
    }
    targets.push({ ...item, sha256: item.sha256 })
  }
  for (const only of ids.length > 0 ? targets : (['all'] as const)) {
    const { read, quarantined } = await retryQuarantine(program, { only, onRefused, signal })
    total.read += read
    total.quarantined += quarantined
  }
  await program.search.refresh()
  await program.checkpoint()
  output.line(
    `${total.read} tried again: ${total.read - total.quarantined} could be read, ${total.quarantined} could not.`,
  )
  return total.quarantined > 0 ? EXIT.someRefused : EXIT.done
}

/** The random part, which tells more apart in fewer characters than the part that is the time. */
function shortId(id: string): string {
  return id.slice(-12)
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

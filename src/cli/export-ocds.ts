import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { exportReleases, packageEnvelope } from '#src/modules/notices/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = { json: { type: 'boolean', default: false }, since: { type: 'string' } } as const

/** `spydspiss export ocds FILE`: what we have, for other programs. */
export const exportData: Command = {
  name: 'export',
  summary: 'Write all notices to a file for other programs (OCDS)',
  help: `Usage: spydspiss export ocds FILE [--since 2026-01-01] [--json]

Writes every notice in its newest version as OCDS 1.1 releases: one release package, or one release on each line when the
file ends in .jsonl. No contact persons are written. --since takes those published on that day or later. Each release is
held to the rules of OCDS; one that breaks them is left out and told.

The file is replaced when it is complete, never before. --json ends with one line: {"releases", "leftOut"}.
Exit code 1 when something was left out.`,
  run: runExport,
}

async function runExport({ program, args, cwd, output, signal }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, OPTIONS)
  const refuse = (reason: string) => {
    output.complain(`${reason} See spydspiss export --help.`)
    return EXIT.couldNotRun
  }
  if (!read.ok) return refuse(read.failure)
  const { values, positionals } = read.value
  const [kind, file, ...others] = positionals
  if (kind !== 'ocds' || file === undefined || others.length > 0)
    return refuse('Say what and where: spydspiss export ocds notices.json.')
  const { since } = values
  if (since !== undefined && !isDay(since)) return refuse(`«${since}» is not a day such as 2026-01-01.`)
  const path = resolve(cwd, file)
  const uri = new URL('/api/v1/notices', program.config.BASE_URL).href
  try {
    const counts = await writeReleases({ program, since, path, uri, output, signal })
    if (!counts) return EXIT.couldNotRun
    output.line(values.json ? JSON.stringify(counts) : `${counts.releases} releases written to ${path}.`)
    return counts.leftOut > 0 ? EXIT.someRefused : EXIT.done
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    output.complain(`${path} could not be written (${String(error.code)}).`)
    return EXIT.couldNotRun
  }
}

type Writing = Pick<CommandContext, 'program' | 'output' | 'signal'> & {
  readonly since: string | undefined
  readonly path: string
  readonly uri: string
}

/** Null when it was stopped; then nothing has been replaced. */
async function writeReleases({ program, since, path, uri, output, signal }: Writing) {
  const counts = { releases: 0, leftOut: 0 }
  const isLines = /\.jsonl$/i.test(path)
  const unfinished = `${path}.part`
  const file = createWriteStream(unfinished)
  const done = finished(file)
  // Told when it is waited for; until then it must not count as forgotten.
  done.catch(() => undefined)
  const write = async (text: string) => {
    if (!file.write(text)) await Promise.race([once(file, 'drain'), done])
  }
  try {
    const envelope = JSON.stringify(packageEnvelope({ uri, publishedAt: program.now() }))
    if (!isLines) await write(`${envelope.slice(0, -1)},"releases":[`)
    for await (const { release, faults } of exportReleases(program.db, { since })) {
      if (signal.aborted) return null
      for (const { path: place, problem } of faults) output.complain(`${release.id}: ${place} ${problem}`)
      if (faults.length > 0) counts.leftOut += 1
      else {
        const separator = counts.releases === 0 ? '' : isLines ? '\n' : ',\n'
        await write(`${separator}${JSON.stringify(release)}`)
        counts.releases += 1
      }
      output.progress({ done: counts.releases, total: null, what: 'releases' })
    }
    file.end(isLines ? '\n' : ']}\n')
    await done
    await rename(unfinished, path)
    return counts
  } finally {
    file.destroy()
    await done.catch(() => undefined)
    await rm(unfinished, { force: true })
  }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

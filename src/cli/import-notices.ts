import { resolve } from 'node:path'
import { countFiles, fileSource, problemText, importNotices as readIn } from '#src/modules/notices/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = { json: { type: 'boolean', default: false } } as const

/** `spydspiss import <files or folders>`: notices in, searchable when it ends. */
export const importNotices: Command = {
  name: 'import',
  summary: 'Read notices (eForms XML) from files and folders',
  help: `Usage: spydspiss import <files or folders …> [--json]

Reads eForms notices and makes them searchable, also on a site that is running. In a folder only .xml files are read and the
rest is counted as skipped; a file that you name is always read. Importing the same again changes nothing. A notice
that cannot be read is kept in quarantine with its reasons, and the rest goes on.

--json ends with one line: {"read", "stored", "unchanged", "superseded", "quarantined", "skipped", "seconds"}, counted in
notices, where read = stored + unchanged + superseded + quarantined.
Exit code 1 when something was quarantined.`,
  run: runImport,
}

async function runImport({ program, args, cwd, output, signal }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, OPTIONS)
  if (!read.ok) {
    output.complain(`${read.failure} See spydspiss import --help.`)
    return EXIT.couldNotRun
  }
  const { values, positionals } = read.value
  if (positionals.length === 0) {
    output.complain('What should be read? Name files or folders: spydspiss import notices/')
    return EXIT.couldNotRun
  }
  const paths = positionals.map((path) => resolve(cwd, path))
  const total = await countFiles(paths)
  const report = await readIn(program, fileSource(paths), {
    signal,
    onProgress: ({ read: done, skipped }) => output.progress({ done: done + skipped, total, what: 'files' }),
    onRefused: (name, problems) => {
      for (const problem of problems) output.complain(`${name}: ${problemText(problem, 'en')}`)
    },
  })
  await program.search.refresh()
  await program.checkpoint()
  output.line(values.json ? JSON.stringify(report) : sentence(report))
  if (signal.aborted) return EXIT.couldNotRun
  return report.quarantined > 0 ? EXIT.someRefused : EXIT.done
}

function sentence(report: Awaited<ReturnType<typeof readIn>>): string {
  const { read, stored, unchanged, superseded, quarantined, skipped, seconds } = report
  return (
    `${read} notices read in ${seconds} s: ${stored} stored, ${unchanged} unchanged, ${superseded} superseded by another, ` +
    `${quarantined} in quarantine; ${skipped} other files skipped.`
  )
}

import { resolve } from 'node:path'
import { countFiles, fileSource, problemText, importNotices as readIn } from '#src/modules/notices/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'
import { importFromNet, namedSource, SOURCE_HELP, SOURCE_OPTIONS } from './import-sources.ts'

const OPTIONS = { json: { type: 'boolean', default: false }, ...SOURCE_OPTIONS } as const

/** `spydspiss import <files or folders>`: notices in, searchable when it ends. */
export const importNotices: Command = {
  name: 'import',
  summary: 'Read notices (eForms XML, OCDS JSON) from files, folders and archives',
  help: `Usage: spydspiss import <files or folders …> [--json]

Reads eForms notices, and OCDS 1.1 releases (one, a package, records, or one on each line), and makes them searchable, also
on a site that is running. Archives (zip, tar, gzip) are opened, whatever they are called. In folders and archives what is
neither XML nor JSON is counted as skipped; a file that you name is always read. Importing the same again changes nothing.
What cannot be read is kept in quarantine with its reasons, and the rest goes on.

--json ends with one line: {"read", "stored", "unchanged", "superseded", "quarantined", "skipped", "seconds"}, counted in
notices, where read = stored + unchanged + superseded + quarantined.
Exit code 1 when something was quarantined.

${SOURCE_HELP}`,
  run: runImport,
}

async function runImport(context: CommandContext): Promise<ExitCode> {
  const { program, args, cwd, output, signal } = context
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
  const source = namedSource(positionals)
  const sourceOption = (['since', 'until', 'query'] as const).find((name) => values[name] !== undefined)
  if (source && positionals.length > 1) {
    output.complain(
      `Name ${source} alone, or write ./${source} if you mean a folder. See spydspiss import --help.`,
    )
    return EXIT.couldNotRun
  }
  if (source) return importFromNet(context, source, values)
  if (sourceOption) {
    output.complain(`--${sourceOption} is for doffin and ted, not for files. See spydspiss import --help.`)
    return EXIT.couldNotRun
  }
  const paths = positionals.map((path) => resolve(cwd, path))
  const total = await countFiles(paths)
  const report = await readIn(program, fileSource(paths), {
    signal,
    onProgress: ({ read: done, skipped }) =>
      output.progress({ done: done + skipped, total: Math.max(total, done + skipped), what: 'files' }),
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

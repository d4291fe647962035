import { resolve } from 'node:path'
import { backupProblemText, inspectBackup, restoreBackup } from '#src/platform/backup/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

/** `spydspiss restore FILE`: an empty database becomes what a backup says. */
export const restore: Command = {
  name: 'restore',
  summary: 'Make an empty database what a backup says',
  help: `Usage: spydspiss restore FILE

Reads a file that spydspiss backup has written into a database with nothing in it: an embedded one in a DATA_DIR of its
own, or a PostgreSQL that DATABASE_URL names. The engine need not be the one that the backup was made on, so this is also
how an installation grows from the embedded database to PostgreSQL:

  spydspiss backup all.spydspiss
  DATABASE_URL=postgres://… spydspiss restore all.spydspiss
  DATABASE_URL=postgres://… npm start

A file that is damaged, cut off, not a backup, or of a newer version is refused before anything is touched. All of it is
restored or nothing, and every table is compared with what was written. A backup of an older version is brought to this
one by the next start. It does not run while a server uses the database.`,
  asItIs: true,
  notInServer:
    'restore makes an empty database what a backup says, and that one is in use: what is in it, and what the server remembers ' +
    'of it, would be lost. Stop the server, or restore into another database with DATA_DIR or DATABASE_URL.',
  check: async (call) => {
    const inspected = await inspect(call)
    return inspected.ok ? null : inspected.failure
  },
  run: runRestore,
}

type Inspected = { readonly path: string; readonly header: Parameters<typeof restoreBackup>[1]['header'] }

async function inspect({
  args,
  cwd,
}: Pick<CommandContext, 'args' | 'cwd'>): Promise<Result<Inspected, string>> {
  const read = readArguments(args, {})
  if (!read.ok) return fail(read.failure)
  const [name, ...others] = read.value.positionals
  if (name === undefined || others.length > 0)
    return fail('Name one backup to restore: spydspiss restore FILE.')
  const path = resolve(cwd, name)
  const inspected = await inspectBackup(path)
  if (inspected.ok) return ok({ path, header: inspected.value })
  return fail(`${path} is not restored. ${backupProblemText(inspected.failure)}`)
}

async function runRestore(context: CommandContext): Promise<ExitCode> {
  const { program, output, signal } = context
  const inspected = await inspect(context)
  if (!inspected.ok) {
    output.complain(inspected.failure)
    return EXIT.couldNotRun
  }
  const { path, header } = inspected.value
  const started = performance.now()
  const restored = await restoreBackup(program.db, {
    path,
    header,
    signal,
    onProgress: (progress) => output.progress({ ...progress, what: 'rows' }),
    betweenBatches: program.shortenLog,
  })
  if (!restored.ok) {
    output.complain(
      restored.failure.kind === 'notEmpty'
        ? 'There is something in this database already, and a restore never writes over it. Give an empty one: another DATA_DIR, ' +
            'or a DATABASE_URL with nothing in it.'
        : `Nothing was restored. ${restored.failure.what}.`,
    )
    return EXIT.couldNotRun
  }
  await program.checkpoint()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  output.line(
    `${restored.value.rows} rows restored in ${seconds} s, and found to be what was written on ${header.madeAt.slice(0, 10)}. ` +
      'The next start brings the search index and the registers up to date.',
  )
  return EXIT.done
}

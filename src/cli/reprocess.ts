import {
  NoticeId,
  problemText,
  type ReprocessScope,
  renewPrincipals,
  reprocessNotices,
} from '#src/modules/notices/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = {
  only: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const

/** `spydspiss reprocess`: what was read from originals is read again. */
export const reprocess: Command = {
  name: 'reprocess',
  summary: 'Make what was read from notices anew from their originals',
  help: `Usage: spydspiss reprocess [--only outdated | --only <notice id> …] [--json]

Reads the stored originals of all notices again and writes what has become different, a few at a time, while the site is up.
Broken off or killed it has lost nothing: the same command goes on where it was. What a person has confirmed stays, ids
stay, and a notice that cannot be read any more is left as it was and named.

--only outdated    what an older version of the program has read, and whom notices of joint bodies were bought for where
                   memberships have changed; the server does this by itself
--only <id>        a notice, by its id with or without version; may be repeated
--json             ends with one line: {"read", "changed", "unchanged", "kept", "seconds"}, counted in versions of notices

Exit code 1 when something could not be read anew.`,
  run: runReprocess,
}

async function runReprocess({ program, args, output, signal }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, OPTIONS)
  const scope = read.ok ? scopeOf(read.value.values.only, read.value.positionals) : read
  if (!read.ok || !scope.ok) {
    output.complain(`${scope.ok ? '' : scope.failure} See spydspiss reprocess --help.`)
    return EXIT.couldNotRun
  }
  const report = await reprocessNotices(program, {
    only: scope.value,
    signal,
    onProgress: (progress) => output.progress({ ...progress, what: 'notices' }),
    onKept: (id, problems) => {
      for (const problem of problems)
        output.complain(`${id} was left as it was. ${problemText(problem, 'en')}`)
    },
  })
  const isChosen = Array.isArray(scope.value)
  const principals = isChosen || signal.aborted ? null : await renewPrincipals(program, { signal })
  await program.search.refresh()
  await program.checkpoint()
  if (principals && principals.changed > 0)
    output.complain(`Of ${principals.changed} it was said anew whom they were bought for.`)
  if (Array.isArray(scope.value) && report.read === 0) output.complain('There is no notice with that id.')
  const { read: count, changed, unchanged, kept, seconds } = report
  output.line(
    read.value.values.json
      ? JSON.stringify(report)
      : `${count} notices read anew in ${seconds} s: ${changed} changed, ${unchanged} unchanged, ${kept} left as they were.`,
  )
  if (signal.aborted) return EXIT.couldNotRun
  return kept > 0 || (Array.isArray(scope.value) && count === 0) ? EXIT.someRefused : EXIT.done
}

function scopeOf(only: readonly string[] = [], others: readonly string[]): Result<ReprocessScope, string> {
  if (others.length > 0) return fail(`«${others[0]}» says nothing here: name notices with --only.`)
  if (only.length === 0) return ok('all')
  if (only.includes('outdated'))
    return only.length === 1 ? ok('outdated') : fail('--only outdated stands alone.')
  const wrong = only.find((id) => !NoticeId.safeParse(id).success)
  return wrong === undefined ? ok(only) : fail(`«${wrong}» is no id of a notice.`)
}

import { type MakeAdministratorFailure, makeAdministrator } from '#src/modules/identity/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

const OPTIONS = { name: { type: 'string' } } as const

/** `spydspiss administrator <e-mail>`: who runs the platform, set up from the machine it runs on. */
export const administrator: Command = {
  name: 'administrator',
  summary: 'Make somebody an administrator, the first one too',
  help: `Usage: spydspiss administrator <e-mail> [--name "First Last"]

An administrator approves the first coordinator of each organisation, and gives the platform's own roles on the page
/administrasjon. Somebody who has not signed in yet needs --name, and is known by the address at the first sign-in, when
the provider says that the address is verified.

Exit code 2 when it could not be done.`,
  run,
}

const FAILURES: Readonly<Record<MakeAdministratorFailure['kind'], string>> = {
  emailNotValid: 'That is not an e-mail address.',
  nameMissing: 'Nobody has signed in with that address: say --name "First Last" too.',
  alreadyHas: 'That person is an administrator already.',
}

async function run({ program, args, output }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, OPTIONS)
  const [email, ...more] = read.ok ? read.value.positionals : []
  if (!read.ok || email === undefined || more.length > 0) {
    const sentence = read.ok ? 'Say one e-mail address.' : read.failure
    output.complain(`${sentence} See spydspiss administrator --help.`)
    return EXIT.couldNotRun
  }
  const made = await makeAdministrator(program, { email, name: read.value.values.name ?? null })
  if (!made.ok) {
    output.complain(FAILURES[made.failure.kind])
    return EXIT.couldNotRun
  }
  output.line(`${email} is an administrator from the next sign-in on.`)
  return EXIT.done
}

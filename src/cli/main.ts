import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig, renderAsInProduction } from '#src/platform/config.ts'
import { runInServer } from '#src/platform/control-socket.ts'
import { createLog } from '#src/platform/log.ts'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import { openProgram } from '#src/program.ts'
import { type Command, EXIT, type ExitCode, type Output } from './command.ts'
import { COMMANDS } from './commands.ts'
import { explainFailure } from './explain-failure.ts'
import { helpFor, overview } from './help.ts'
import { showMessage } from './run-in-server.ts'
import { terminalOutput } from './terminal.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

type Call = { readonly args: readonly string[]; readonly cwd: string; readonly output: Output }

/** The command line: finds the command, and the server it should run in if there is one. */
async function main(): Promise<ExitCode> {
  const output = terminalOutput(process.stdout, process.stderr)
  const [name, ...args] = process.argv.slice(2)
  const cwd = process.cwd()
  // Settings such as DATA_DIR=.data mean the same wherever one stands.
  process.chdir(ROOT)
  if (name === undefined || name === '--help' || name === 'help') {
    output.line((args[0] !== undefined && helpFor(args[0])) || overview())
    return name === undefined ? EXIT.couldNotRun : EXIT.done
  }
  const help = helpFor(name)
  if (help === null) {
    output.complain(`There is no command «${name}». spydspiss --help lists them.`)
    return EXIT.couldNotRun
  }
  if (args.includes('--help')) {
    output.line(help)
    return EXIT.done
  }
  try {
    return await runNamed(name, { args, cwd, output })
  } catch (error) {
    const sentence = error instanceof StartRefusal ? error.message : explainFailure(error)
    if (sentence === null) throw error
    output.complain(sentence)
    return EXIT.couldNotRun
  }
}

async function runNamed(name: string, call: Call): Promise<ExitCode> {
  const config = readConfig()
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    // Only to serve are the pages needed, and with them the framework.
    renderAsInProduction()
    const { serve } = await import('./serve.ts')
    return serve(config, call.output.complain)
  }
  const complaint = await command.check?.(call)
  if (complaint) {
    call.output.complain(complaint)
    return EXIT.couldNotRun
  }
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  process.once('SIGTERM', () => interrupted.abort())
  return (
    (await runInside(config, command, call, interrupted.signal)) ??
    (await runAlone(config, command, call, interrupted.signal))
  )
}

async function runInside(
  config: Config,
  { name }: Command,
  call: Call,
  signal: AbortSignal,
): Promise<ExitCode | null> {
  if (config.DATABASE_URL) return null
  const outcome = await runInServer({
    dataFolder: config.DATA_DIR,
    request: { command: name, args: [...call.args], cwd: call.cwd },
    onMessage: (message) => showMessage(call.output, message),
    signal,
  })
  if (outcome.kind === 'notRunning') return null
  if (outcome.kind === 'done') return outcome.code as ExitCode
  call.output.complain(outcome.text)
  return EXIT.couldNotRun
}

async function runAlone(
  config: Config,
  command: Command,
  call: Call,
  signal: AbortSignal,
): Promise<ExitCode> {
  const program = await openProgram(config, { log: createLog({ LOG_LEVEL: 'silent' }) })
  try {
    if (!command.asItIs) {
      await program.prepare((step) =>
        call.output.progress({ done: 0, total: null, what: `preparing: ${step}` }),
      )
    }
    return await command.run({ program, ...call, signal })
  } finally {
    await program.close()
  }
}

process.exitCode = await main()

import { COMMANDS } from './commands.ts'
import { SERVE_HELP, SERVE_SUMMARY } from './serve-help.ts'

/** What `spydspiss --help` prints. */
export function overview(): string {
  const rows = [
    ...COMMANDS.map(({ name, summary }) => [name, summary] as const),
    ['serve', SERVE_SUMMARY] as const,
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return `Spydspiss: innovative public procurement, from good example to general practice.

Usage: spydspiss <command> [options]

${rows.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

«spydspiss <command> --help» explains one of them. A command runs inside the server when one is running on the same data
folder, so both can be used at once. Settings come from the environment; the README has the table.

Exit codes: 0 done, 1 some of what was given was refused, 2 could not run.`
}

export function helpFor(name: string): string | null {
  if (name === 'serve') return SERVE_HELP
  return COMMANDS.find((command) => command.name === name)?.help ?? null
}

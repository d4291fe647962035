import type { Program } from '#src/program.ts'

/** 0 done · 1 some of what was given was refused · 2 could not run at all. */
export const EXIT = { done: 0, someRefused: 1, couldNotRun: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Where a command writes: a terminal, a pipe, or the socket of a running server. */
export type Output = {
  readonly line: (text: string) => void
  readonly complain: (text: string) => void
  /** Something for a person who waits; not part of the answer. */
  readonly progress: (state: Progress) => void
}
export type Progress = { readonly done: number; readonly total: number | null; readonly what: string }

export type CommandContext = {
  readonly program: Program
  readonly args: readonly string[]
  /** Where the person stands, so that relative paths mean what they meant to them. */
  readonly cwd: string
  readonly output: Output
  readonly signal: AbortSignal
}

/** One command of the command line; it runs inside the running server when there is one. */
export type Command = {
  readonly name: string
  readonly summary: string
  readonly help: string
  /** Works on the database as it is: not brought to this version first, nor filled with what ships. */
  readonly asItIs?: true
  /** Why it cannot run inside a running server, where that is so. */
  readonly notInServer?: string
  /** Looked at before anything is opened; a sentence when it makes no sense to go on. */
  readonly check?: (call: Pick<CommandContext, 'args' | 'cwd'>) => Promise<string | null>
  readonly run: (context: CommandContext) => Promise<ExitCode>
}

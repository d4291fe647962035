import type { Output, Progress } from './command.ts'

type Stream = { write(text: string): unknown; isTTY?: boolean; columns?: number }

const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[2K'

/** Writes answers to `out`, complaints to `error`, and draws a bar there while a person watches. */
export function terminalOutput(out: Stream, error: Stream): Output {
  let drawn = false
  const clear = () => {
    if (drawn) error.write(CLEAR_LINE)
    drawn = false
  }
  return {
    line: (text) => {
      clear()
      out.write(`${text}\n`)
    },
    complain: (text) => {
      clear()
      error.write(`${text}\n`)
    },
    progress: (state) => {
      if (!error.isTTY) return
      error.write(`${CLEAR_LINE}${progressLine(state).slice(0, (error.columns ?? 80) - 1)}`)
      drawn = true
    },
  }
}

/** `████████░░░░  412 of 1000 notices`, or just the count where the end is not known. */
export function progressLine({ done, total, what }: Progress): string {
  if (total === null || total === 0) return done > 0 ? `… ${done} ${what}` : `… ${what}`
  const filled = Math.round((Math.min(done, total) / total) * BAR_WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}  ${done} of ${total} ${what}`
}

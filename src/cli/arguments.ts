import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail, ok, type Result } from '#src/platform/result.ts'

/** The words of a command, or one sentence on what is wrong with them. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): Result<
  ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>>,
  string
> {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch (error) {
    return fail(error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error))
  }
}

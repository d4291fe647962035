import { z } from 'zod'

/** What a person typed, and where they stood when they did. */
export const CommandRequest = z.object({
  command: z.string().max(100),
  args: z.array(z.string()).max(100_000),
  cwd: z.string(),
})
export type CommandRequest = z.infer<typeof CommandRequest>

/** What the command says while it runs, one JSON line each; `done` or `failed` is the last. */
export const CommandMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('out'), text: z.string() }),
  z.object({ kind: z.literal('complaint'), text: z.string() }),
  z.object({ kind: z.literal('progress'), state: z.json() }),
  z.object({ kind: z.literal('done'), code: z.number().int() }),
  z.object({ kind: z.literal('failed'), text: z.string() }),
])
export type CommandMessage = z.infer<typeof CommandMessage>

/** The lines of a stream of bytes; a line longer than `limit` characters throws. */
export async function* linesOf(stream: AsyncIterable<Buffer>, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of stream) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
    if (rest.length > limit) throw new RangeError('A line on the control socket is too long')
  }
}

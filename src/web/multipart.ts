/** One part of a form: a field, or a file when it has a file name. */
export type FormPart = {
  readonly name: string
  readonly fileName: string | null
  /** To be read to its end before the next part is asked for, or not at all. */
  readonly content: AsyncIterable<Uint8Array>
}

/** Thrown when what comes is not a form, or stops in the middle of one. */
export class BrokenForm extends Error {}

const LONGEST_HEADERS = 16 * 1024

export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
      contentType ?? '',
    ) ?? []
  return quoted ?? plain ?? null
}

/**
 * The parts of a form as they arrive (RFC 7578), so that a large file is never held more than once, and what is too large
 * can be let by without being held at all.
 */
export async function* formParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const reader = createReader(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await exhaust(reader.until(delimiter))
  while (!(await reader.begins('--'))) {
    const headers = await textOf(reader.until(Buffer.from('\r\n\r\n')))
    const content = reader.until(delimiter)
    const part = partOf(headers)
    if (part) yield { ...part, content }
    await exhaust(content)
  }
}

/** Browsers write quotes in a name as `%22`, and no others (HTML, «multipart/form-data»). */
function partOf(headers: string): Pick<FormPart, 'name' | 'fileName'> | null {
  const disposition = /^\s*content-disposition:\s*form-data;(.*)$/im.exec(headers)?.[1] ?? ''
  const name = /(?:^|[;\s])name="([^"]*)"/.exec(disposition)?.[1]
  const fileName = /[;\s]filename="([^"]*)"/.exec(disposition)?.[1]
  if (name === undefined) return null
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) }
}

function unescaped(text: string): string {
  return text.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
}

async function exhaust(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of content);
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of content) {
    size += part.byteLength
    if (size > LONGEST_HEADERS) throw new BrokenForm('the headers of a part are too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Reads on from where it was, up to something that is looked for and past it. */
function createReader(body: AsyncIterable<Uint8Array>) {
  const chunks = body[Symbol.asyncIterator]()
  // The first boundary stands at the beginning, and all others on a line of their own.
  let waiting: Buffer = Buffer.from('\r\n')
  const more = async () => {
    const { done, value } = await chunks.next()
    if (done) throw new BrokenForm('the form stops in the middle')
    waiting = waiting.byteLength === 0 ? bufferOf(value) : Buffer.concat([waiting, value])
  }
  return {
    until(mark: Buffer): AsyncGenerator<Uint8Array> {
      return (async function* () {
        for (;;) {
          const at = waiting.indexOf(mark)
          if (at >= 0) {
            const last = waiting.subarray(0, at)
            waiting = waiting.subarray(at + mark.byteLength)
            if (last.byteLength > 0) yield last
            return
          }
          // The mark itself may be cut in two.
          const sure = waiting.subarray(0, Math.max(0, waiting.byteLength - mark.byteLength + 1))
          waiting = waiting.subarray(sure.byteLength)
          if (sure.byteLength > 0) yield sure
          await more()
        }
      })()
    },
    async begins(text: string): Promise<boolean> {
      while (waiting.byteLength < text.length) await more()
      return waiting.subarray(0, text.length).toString('latin1') === text
    },
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

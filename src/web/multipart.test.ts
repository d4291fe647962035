import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenForm, boundaryOf, formParts } from './multipart.ts'

type Read = { readonly name: string; readonly fileName: string | null; readonly bytes: Buffer }

async function partsIn(chunks: readonly Uint8Array[], boundary: string): Promise<readonly Read[]> {
  const parts: Read[] = []
  for await (const { name, fileName, content } of formParts(inTurn(chunks), boundary)) {
    const pieces: Uint8Array[] = []
    for await (const piece of content) pieces.push(piece)
    parts.push({ name, fileName, bytes: Buffer.concat(pieces) })
  }
  return parts
}

async function* inTurn(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

function cut(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
}

/** As a browser of today writes it, by somebody else's code. */
async function written(form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> {
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const boundary = boundaryOf(request.headers.get('content-type')) ?? ''
  return { bytes: new Uint8Array(await request.arrayBuffer()), boundary }
}

test('whatever is in a form, and however it is cut on the way, the parts are what was sent', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\r\n', '\r\n--', '--', '\r\n\r\n', '\r', '"; filename="x"'),
  )
  const file = fc.uint8Array({ maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(nasty, file, fc.integer({ min: 1, max: 500 }), async (text, content, size) => {
      const form = new FormData()
      form.set('title', text)
      form.set('file', new File([new Uint8Array(content)], 'krav "1".pdf'))
      form.set('last', 'ja')
      const { bytes, boundary } = await written(form)
      const parts = await partsIn(cut(bytes, size), boundary)
      expect(parts.map(({ name, fileName }) => [name, fileName])).toEqual([
        ['title', null],
        ['file', 'krav "1".pdf'],
        ['last', null],
      ])
      // Ends of lines are made one kind of, by whoever writes the form.
      const sent = text.replace(/\r\n?|\n/g, '\r\n').toWellFormed()
      expect(parts[0]?.bytes.toString('utf8')).toBe(sent)
      expect(parts[1]?.bytes.equals(content)).toBe(true)
    }),
    { numRuns: 300, seed: 513 },
  )
})

test('a form that stops anywhere is told as broken, and never as whole', async () => {
  const form = new FormData()
  form.set('title', 'Krav')
  form.set('file', new File(['innhold'], 'krav.txt'))
  const { bytes, boundary } = await written(form)
  const end = Buffer.from(bytes).lastIndexOf(`--${boundary}--`) + boundary.length + 4
  for (let length = 0; length < end; length += 1) {
    await expect(partsIn([bytes.subarray(0, length)], boundary), String(length)).rejects.toThrow(BrokenForm)
  }
  expect(await partsIn([bytes.subarray(0, end)], boundary)).toHaveLength(2)
})

test('headers without end are given up', async () => {
  const long = Buffer.from(`--b\r\ncontent-disposition: form-data; name="a"\r\nx: ${'y'.repeat(100_000)}`)
  await expect(partsIn([long], 'b')).rejects.toThrow('too long')
})

test('what is no part of a form is passed by, and a name may hold what headers are made of', async () => {
  const text = [
    '--b',
    'content-type: text/plain',
    '',
    'nameless',
    '--b',
    'Content-Disposition: form-data; name="a%22%0D%0Ab"; filename="c;d=%22e%22.pdf"',
    '',
    'x',
    '--b--',
  ].join('\r\n')
  expect(await partsIn([Buffer.from(text)], 'b')).toEqual([
    { name: 'a"\r\nb', fileName: 'c;d="e".pdf', bytes: Buffer.from('x') },
  ])
})

test.each([
  ['multipart/form-data; boundary=----x1', '----x1'],
  ['multipart/form-data; boundary="a b"', 'a b'],
  ['multipart/form-data; charset=utf-8; boundary=x', 'x'],
  ['application/x-www-form-urlencoded', null],
  ['multipart/form-data', null],
  [null, null],
])('the boundary in %j is %j', (header, boundary) => {
  expect(boundaryOf(header)).toBe(boundary)
})

import { expect, test } from 'vitest'
import { readUpload } from './read-upload.ts'

const limits = { field: 'file', largest: 1000 }

function sent(file: Uint8Array | string | null, { first = true } = {}): FormData {
  const form = new FormData()
  if (!first) form.set('title', ' Krav\0 ')
  if (file !== null) form.set('file', new File([new Uint8Array(Buffer.from(file))], 'krav.pdf'))
  else form.set('file', new File([], ''))
  if (first) form.set('title', ' Krav\0 ')
  return form
}

const post = (body: BodyInit, headers = {}) =>
  new Request('http://localhost/dokumenter/ny', { method: 'POST', body, headers })

test('what was typed and the file come as they were sent', async () => {
  const { typed, file, problem } = await readUpload(post(sent('innhold')), limits)
  expect({ typed, name: file?.name, problem }).toEqual({
    typed: { title: 'Krav' },
    name: 'krav.pdf',
    problem: null,
  })
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe('innhold')
})

test('no file chosen is no file, and an empty file is a file', async () => {
  expect(await readUpload(post(sent(null)), limits)).toMatchObject({ file: null, problem: null })
  expect(await readUpload(post(sent('')), limits)).toMatchObject({
    file: { name: 'krav.pdf' },
    problem: null,
  })
})

test.each([true, false])(
  'of a file that is too large nothing is kept, and all that was typed is (%s)',
  async (first) => {
    const whole = await readUpload(post(sent(Buffer.alloc(1000), { first })), limits)
    expect(whole.file?.bytes.byteLength).toBe(1000)
    const larger = await readUpload(post(sent(Buffer.alloc(1001), { first })), limits)
    expect(larger).toEqual({ typed: { title: 'Krav' }, file: null, problem: 'tooLarge' })
  },
)

test('a form that is cut off, or is no such form, is told, with what had come', async () => {
  const whole = post(sent('innhold', { first: false }))
  const type = { 'content-type': whole.headers.get('content-type') ?? '' }
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const half = await readUpload(post(bytes.slice(0, bytes.length - 30), type), limits)
  expect(half).toEqual({ typed: { title: 'Krav' }, file: null, problem: 'cutOff' })
  expect(await readUpload(post('title=Krav'), limits)).toEqual({ typed: {}, file: null, problem: 'cutOff' })
})

test('so many fields that it is no form of ours are not read', async () => {
  const form = new FormData()
  for (let at = 0; at < 100; at += 1) form.append(`f${at}`, 'x')
  expect(await readUpload(post(form), limits)).toMatchObject({ problem: 'cutOff' })
})

test('a field of a size that nobody types is let by', async () => {
  const form = sent('innhold')
  form.set('description', 'x'.repeat(500_000))
  const { typed, file } = await readUpload(post(form), limits)
  expect([typed.description?.length ?? 0, file?.name]).toEqual([expect.any(Number), 'krav.pdf'])
  expect(typed.description?.length).toBeLessThan(100_000)
})

test('no more than a few are read at once, and the others have their turn', async () => {
  let open = 0
  let most = 0
  const slow = () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    return {
      request: new Request('http://localhost/', {
        method: 'POST',
        body: readable,
        duplex: 'half',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      } as RequestInit),
      finish: async () => {
        await writer.write(
          new Uint8Array(Buffer.from('--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n')),
        )
        open += 1
        most = Math.max(most, open)
        await new Promise((later) => setTimeout(later, 5))
        open -= 1
        await writer.write(new Uint8Array(Buffer.from('x\r\n--b--')))
        await writer.close()
      },
    }
  }
  const forms = Array.from({ length: 30 }, slow)
  const read = forms.map(({ request }) => readUpload(request, limits))
  await Promise.all([...read, ...forms.map(({ finish }) => finish())])
  expect((await Promise.all(read)).every(({ typed }) => typed.a === 'x')).toBe(true)
  expect(most).toBeLessThanOrEqual(12)
})

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { formSizes, hurryForms } from './form-limits.ts'

const HURRY_MS = 150

/** Sends the beginning of a form and a bit more of it now and then; whether the server bore it to the end. */
async function dripped(path: string): Promise<'answered' | 'cut off'> {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    hurryForms(request, HURRY_MS)
    request.resume().once('end', () => response.end('done'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.on('error', () => {})
  let said = ''
  socket.on('data', (bytes: Buffer) => (said += bytes))
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 8\r\nconnection: close\r\n\r\n`)
  const drips = setInterval(() => socket.write('x'), 60)
  await new Promise((closed) => socket.once('close', closed))
  clearInterval(drips)
  server.closeAllConnections()
  server.close()
  expect(seen).toHaveLength(1)
  return said.endsWith('done') ? 'answered' : 'cut off'
}

test('a form that is sent bit by bit is cut off, and an upload has its time', async () => {
  expect(await dripped('/verktoy/innovasjonssjekk')).toBe('cut off')
  expect(await dripped('/nn/dokumenter/ny?for=case-016')).toBe('answered')
})

test('a large body is let through where documents are uploaded, and nowhere else', async () => {
  const app = new Hono()
    .use(formSizes())
    .post('*', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)))
  const body = new Uint8Array(6_000_000)
  const statusOf = async (path: string) =>
    (
      await app.request(path, {
        method: 'POST',
        body,
        headers: { 'content-length': String(body.byteLength) },
      })
    ).status
  const id = '01a200e0-a349-72d2-8492-cd65ccb65a31'
  for (const path of ['/dokumenter/ny', '/nn/dokumenter/ny', `/en/dokumenter/${id}/ny-versjon`])
    expect(await statusOf(path), path).toBe(200)
  for (const path of [
    '/dokumenter',
    `/dokumenter/${id}`,
    `/dokumenter/${id}/rediger`,
    '/verktoy/innovasjonssjekk',
    '/',
  ])
    expect(await statusOf(path), path).toBe(413)
})

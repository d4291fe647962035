import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import { requestContext } from './context.ts'
import { publicFile } from './public-file.ts'

function aSite(text: () => string): Hono {
  const context = new RouterContextProvider()
  context.set(requestContext, { requestId: '', nonce: '', origin: 'https://spydspiss.example' })
  const app = new Hono()
  app.use(compress())
  app.get('/behov.atom', (c) =>
    publicFile(
      { request: c.req.raw, context },
      { type: 'application/atom+xml', name: 'behov.atom' },
      (origin) => origin + text(),
    ),
  )
  return app
}

test('a feed that was packed on the way is not sent again before it has changed', async () => {
  let text = 'den samme'.repeat(200)
  const site = aSite(() => text)
  const ask = (tag?: string) =>
    site.request('/behov.atom', {
      headers: { 'accept-encoding': 'gzip', ...(tag && { 'if-none-match': tag }) },
    })
  const first = await ask()
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, first.headers.get('content-encoding'), tag.startsWith('W/')]).toEqual([
    200,
    'gzip',
    true,
  ])
  expect((await ask(tag)).status).toBe(304)
  expect((await ask(`"another", ${tag}`)).status).toBe(304)
  text = 'en annen'.repeat(200)
  expect((await ask(tag)).status).toBe(200)
})

import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import type { DemoDoor } from '#src/modules/identity/index.ts'
import type { WebProgram } from './context.ts'
import { publicOrigin } from './public-origin.ts'

/** Passes on what comes for the demo provider, so that it answers under the address of the site itself. */
export function demoProviderProxy({ config }: Pick<WebProgram, 'config'>, { address, path }: DemoDoor): Hono {
  const app = new Hono()
  app.all(`${path}/*`, (c) => {
    const url = new URL(c.req.url)
    const { host, protocol } = new URL(publicOrigin(config, url))
    return proxy(`${address}${url.pathname}${url.search}`, {
      ...c.req,
      redirect: 'manual',
      headers: {
        ...c.req.header(),
        'x-forwarded-host': host,
        'x-forwarded-proto': protocol.slice(0, -1),
      },
    })
  })
  return app
}

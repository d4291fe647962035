import { Hono } from 'hono'
import type { Program } from '#src/program.ts'

/** For those who run the program: is it alive, can it answer, and what has it done. */
export function healthRoutes(program: Pick<Program, 'preparing' | 'metrics'>): Hono {
  const health = new Hono()
  health.use(async (c, next) => {
    await next()
    c.res.headers.set('cache-control', 'no-store')
  })
  health.get('/health/live', (c) => c.json({ status: 'alive' }))
  health.get('/health/ready', (c) => {
    const doing = program.preparing()
    return doing
      ? c.json({ status: 'preparing', doing }, 503, { 'retry-after': '2' })
      : c.json({ status: 'ready' })
  })
  health.get('/metrics', async (c) => {
    const { body, contentType } = await program.metrics.read()
    return c.body(body, 200, { 'content-type': contentType })
  })
  return health
}

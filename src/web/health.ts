import { Hono } from 'hono'
import type { Program } from '#src/program.ts'

/** For those who run the program: is it alive, can it answer, and what has it done. */
export function healthRoutes(program: Pick<Program, 'preparing' | 'renewing' | 'metrics'>): Hono {
  const health = new Hono()
  const fresh = { 'cache-control': 'no-store' }
  health.get('/health/live', (c) => c.json({ status: 'alive' }, 200, fresh))
  health.get('/health/ready', (c) => {
    const doing = program.preparing()
    const readingAnew = program.renewing()
    return doing
      ? c.json({ status: 'preparing', doing }, 503, { ...fresh, 'retry-after': '2' })
      : c.json({ status: 'ready', ...(readingAnew && { readingAnew }) }, 200, fresh)
  })
  health.get('/metrics', async (c) => {
    const { body, contentType } = await program.metrics.read()
    return c.body(body, 200, { ...fresh, 'content-type': contentType })
  })
  return health
}

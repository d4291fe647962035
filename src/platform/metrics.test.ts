import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('requests and queries are counted in the form that Prometheus reads', async () => {
  const metrics = createMetrics()
  metrics.request({ method: 'GET', route: '/anskaffelser/:id', status: 200, seconds: 0.02 })
  metrics.request({ method: 'GET', route: '/anskaffelser/:id', status: 200, seconds: 0.2 })
  metrics.query('ok', 500)
  metrics.query('error', 250)

  const { body, contentType } = await metrics.read()
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(body).toContain(
    'http_request_duration_seconds_bucket{le="0.025",method="GET",route="/anskaffelser/:id",status="200"} 1',
  )
  expect(body).toContain(
    'http_request_duration_seconds_count{method="GET",route="/anskaffelser/:id",status="200"} 2',
  )
  expect(body).toContain('database_queries_total{outcome="error"} 1')
  expect(body).toContain('database_query_seconds_total 0.75')
  expect(body).toContain('process_resident_memory_bytes')
})

test('two programs in one process count each for itself', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.query('ok', 1)
  expect((await other.read()).body).not.toContain('database_queries_total{outcome="ok"}')
})

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

type Answered = {
  readonly method: string
  /** The pattern of the route (`/anskaffelser/:id`), never the address: there are endlessly many addresses. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

export type Metrics = {
  readonly registry: Registry
  request(answered: Answered): void
  query(outcome: 'ok' | 'error', milliseconds: number): void
  /** The body of `/metrics`, and the type it is sent with. */
  read(): Promise<{ readonly body: string; readonly contentType: string }>
}

/** The counters of one program; its own registry, so that two programs in one process do not mix. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, from the first byte in to the last byte out',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const queries = new Counter({
    name: 'database_queries_total',
    help: 'How many queries the database was asked',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const queryTime = new Counter({
    name: 'database_query_seconds_total',
    help: 'How long all queries have taken together, waiting for a connection not counted',
    registers: [registry],
  })
  return {
    registry,
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    query: (outcome, milliseconds) => {
      queries.inc({ outcome })
      queryTime.inc(milliseconds / 1000)
    },
    read: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  }
}

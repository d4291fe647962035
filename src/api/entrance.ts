import { addressesAt } from './addresses.ts'
import { endpoints } from './endpoints.ts'

/** What one meets at the root of the API: where to read about it, and the lists that are open to everybody. */
export function entrance(origin: string): Response {
  const { api } = addressesAt(origin, 'nb')
  const lists = endpoints.filter(
    ({ path, method, access }) => method === 'get' && access === 'everyone' && !path.includes('{'),
  )
  const body = {
    name: 'Spydspiss API',
    version: '1',
    documentation: api('docs'),
    openapi: api('openapi.json'),
    resources: Object.fromEntries(lists.map(({ id, path }) => [id, api() + path])),
  }
  const link = `<${body.openapi}>; rel="service-desc", <${body.documentation}>; rel="service-doc"`
  return Response.json(body, { headers: { link } })
}

import { z } from 'zod'
import { type Method, scopeFor } from './access.ts'
import { API_PATH } from './addresses.ts'
import { components } from './components.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { RULES, SUMMARY, TAGS, TITLE } from './introduction.ts'
import { isRepeated } from './parameters.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema
const COMPONENTS = '#/components/schemas'

export type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  /** The key it takes; empty where none is needed. */
  readonly security?: readonly { readonly [scheme: string]: readonly string[] }[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly required: true
    readonly content: { readonly [contentType: string]: { readonly schema: JsonSchema } }
  }
  readonly responses: { readonly [status: string]: ResponseObject }
}
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: string
  readonly style?: 'form'
  readonly explode?: true
}
export type ResponseObject = {
  readonly description: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly content?: { readonly [contentType: string]: { readonly schema: JsonSchema } }
}
export type OpenApiDocument = {
  readonly openapi: '3.1.1'
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: { readonly [path: string]: { readonly [Of in Method]?: Operation } }
  readonly components: {
    readonly schemas: { readonly [name: string]: JsonSchema }
    readonly securitySchemes: { readonly [name: string]: unknown }
  }
}

/** The description of the API, made from the schemas that its answers have. */
export function openApiDocument(origin: string): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: TITLE,
      version: '1.0.0',
      description: [SUMMARY, ...RULES.map(({ title, text }) => `## ${title}\n\n${text}`)].join('\n\n'),
      termsOfService: `${origin}/om-data`,
    },
    servers: [{ url: `${origin}${API_PATH}` }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      [...Map.groupBy(endpoints, ({ path }) => path)].map(([path, there]) => [
        path,
        Object.fromEntries(there.map((endpoint) => [endpoint.method, toOperation(endpoint)])),
      ]),
    ),
    components: { schemas: componentSchemas(), securitySchemes: { key: KEY } },
  }
}

const KEY = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key that somebody has made on the page `/mine-api-nokler`. It acts as that person, for one organisation, with the scopes it was given.',
}

function toOperation(endpoint: Endpoint): Operation {
  const { id, tag, summary, description, access, method, body } = endpoint
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: description + whoMay(access),
    ...(access === 'everyone' ? {} : { security: [{ key: [scopeFor(method)] }] }),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)],
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      [endpoint.status]: answerResponse(endpoint),
      ...(method === 'get'
        ? { 304: { description: 'Not changed since the `ETag` that was sent in `If-None-Match`.' } }
        : {}),
      ...otherOutcomes(endpoint),
      400: problemResponse(
        body
          ? 'A parameter, a header or the body cannot be read.'
          : 'A parameter has a value that cannot be used, or a name that is not known.',
      ),
      ...(access === 'everyone' ? {} : keyResponses(endpoint)),
      ...(body ? bodyResponses(endpoint) : {}),
      500: problemResponse('Something went wrong on our side.'),
      503: problemResponse('The program is still starting; `Retry-After` says when to ask again.'),
    },
  }
}

function whoMay(access: Endpoint['access']): string {
  if (typeof access === 'string') return ''
  return ` By a key of one who is ${new Intl.ListFormat('en', { type: 'disjunction' }).format(access)}.`
}

function keyResponses({ outcomes = {} }: Endpoint): Record<number, ResponseObject> {
  const may = 'The key lacks the scope, or the one who made it the role.'
  return {
    401: problemResponse('There is no key, or it is wrong, has expired or been revoked.'),
    403: problemResponse(outcomes[403] ? `${may} ${outcomes[403]}` : may),
  }
}

function bodyResponses({ ofVersion }: Endpoint): Record<number, ResponseObject> {
  return {
    413: problemResponse('The body is too large.'),
    415: problemResponse('The body is not JSON.'),
    422: problemResponse('Some of what was sent cannot be used, or the `Idempotency-Key` was used before.'),
    ...(ofVersion ? { 428: problemResponse('`If-Match` is missing.') } : {}),
  }
}

function headerParameters({ body, ofVersion }: Endpoint): Parameter[] {
  const header = (name: string, required: boolean, description: string): Parameter => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...(ofVersion ? [header('If-Match', true, 'The `ETag` of what was read: `"7"`.')] : []),
    ...(body
      ? [
          header(
            'Idempotency-Key',
            false,
            'Made anew for each request; the same request sent again within a day then does nothing, and is answered the same.',
          ),
        ]
      : []),
  ]
}

function json(schema: z.ZodType): { readonly 'application/json': { readonly schema: JsonSchema } } {
  return { 'application/json': { schema: reference(schema) } }
}

function pathParameters({ pathParameters = {} }: Pick<Endpoint, 'pathParameters'>): Parameter[] {
  return Object.entries(pathParameters).map(([name, { description, example }]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
    ...(example === undefined ? {} : { example }),
  }))
}

function queryParameters({ query }: Pick<Endpoint, 'query'>): Parameter[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { $schema: _, description = '', ...rest } = z.toJSONSchema(schema, { override: plainFormats })
    const repeatable = isRepeated(schema) ? ({ style: 'form', explode: true } as const) : {}
    return { name, in: 'query', required: false, description, schema: rest, ...repeatable }
  })
}

function answerResponse({ answer, summary }: Pick<Endpoint, 'answer' | 'summary'>): ResponseObject {
  const headers = { ETag: { description: 'For `If-None-Match`.', schema: { type: 'string' } } }
  if (!(answer instanceof z.ZodType)) {
    return {
      description: summary,
      headers,
      content: { [answer.contentType]: { schema: { type: 'string' } } },
    }
  }
  return { description: summary, headers, content: json(answer) }
}

function otherOutcomes({ outcomes = {} }: Pick<Endpoint, 'outcomes'>): Record<string, ResponseObject> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([status, description]) => [
      status,
      Number(status) < 300
        ? { description }
        : Number(status) < 400
          ? { description, headers: { Location: { schema: { type: 'string', format: 'uri' } } } }
          : problemResponse(description),
    ]),
  )
}

function problemResponse(description: string): ResponseObject {
  const schema = { $ref: `${COMPONENTS}/Problem` }
  return { description, content: { 'application/problem+json': { schema } } }
}

function reference(schema: z.ZodType): JsonSchema {
  const name = components.get(schema)?.id
  if (!name) throw new Error('The answer of an endpoint must have a name: wrap it in named()')
  return { $ref: `${COMPONENTS}/${name}` }
}

function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(components, {
    uri: (id) => `${COMPONENTS}/${id}`,
    override: plainFormats,
  })
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  )
}

/** The patterns zod adds to its formats say nothing that the format does not, in many unreadable characters. */
function plainFormats({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format) delete jsonSchema.pattern
}

import { z } from 'zod'
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
  readonly parameters: readonly Parameter[]
  readonly responses: { readonly [status: string]: ResponseObject }
}
export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
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
  readonly paths: { readonly [path: string]: { readonly get: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: JsonSchema } }
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
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: toOperation(endpoint) }])),
    components: { schemas: componentSchemas() },
  }
}

function toOperation({ id, tag, summary, description, ...endpoint }: Endpoint): Operation {
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    responses: {
      200: answerResponse({ ...endpoint, summary }),
      304: { description: 'Not changed since the `ETag` that was sent in `If-None-Match`.' },
      ...otherOutcomes(endpoint),
      400: problemResponse('A parameter has a value that cannot be used, or a name that is not known.'),
      500: problemResponse('Something went wrong on our side.'),
      503: problemResponse('The program is still starting; `Retry-After` says when to ask again.'),
    },
  }
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
  return { description: summary, headers, content: { 'application/json': { schema: reference(answer) } } }
}

function otherOutcomes({ outcomes = {} }: Pick<Endpoint, 'outcomes'>): Record<string, ResponseObject> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([status, description]) => [
      status,
      Number(status) < 400
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

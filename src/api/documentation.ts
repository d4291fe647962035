import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { LANGUAGES } from '#src/platform/language.ts'
import { METHODS } from './access.ts'
import { API_PATH, addressesAt } from './addresses.ts'
import { PROBLEM_ADVICE, RULES, SUMMARY, TAGS, TITLE } from './introduction.ts'
import { type OpenApiDocument, type Operation, openApiDocument, type Parameter } from './openapi.ts'
import { PROBLEMS } from './problem.ts'
import { schemaRows, typeText } from './schema-rows.ts'

type Html = ReturnType<typeof html>

/** The documentation for people, made from the same document that programs read. */
export async function documentationPage(origin: string): Promise<Response> {
  const document = openApiDocument(origin)
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}, version 1 – Spydspiss</title>
<meta name="description" content="How other programs read cases, notices, organisations and themes from Spydspiss, and write drafts.">
<link rel="stylesheet" href="${API_PATH}/docs.css">
<link rel="alternate" type="application/json" title="OpenAPI 3.1" href="${API_PATH}/openapi.json">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${header(origin)}
<main id="content">
<h1>${TITLE}, version 1</h1>
<p>${withCode(SUMMARY)}</p>
<p>The address is <code>${origin}${API_PATH}</code>. The description for programs, made from the same schemas as the
answers, is <a href="${API_PATH}/openapi.json">openapi.json</a> (OpenAPI 3.1). A first try:</p>
<pre tabindex="0"><code>curl '<a href="${origin}${FIRST_TRY}">${origin}${FIRST_TRY}</a>'</code></pre>
${contents(document)}
${rules()}
${Object.entries(TAGS).map(([tag, description]) => section(tag, description, document))}
${schemas(document)}
${problems()}
</main>
</body>
</html>`
  return new Response(String(page), { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

const FIRST_TRY = `${API_PATH}/search?q=trygghetsalarm&type=case&lang=en`

const STYLE = readFileSync(new URL('./documentation.css', import.meta.url))

export function documentationStyle(): Response {
  return new Response(STYLE, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}

function header(origin: string): Html {
  const names = { nb: 'bokmål', nn: 'nynorsk', en: 'English' } as const
  return html`<header>
<p><a class="home" href="/">Spydspiss</a></p>
<p lang="nb">Dette er dokumentasjonen av det åpne programgrensesnittet, på engelsk. Nettstedet finnes på
${LANGUAGES.map((language, index) => {
  const to = addressesAt(origin, language).front
  return html`${index === 0 ? '' : index === 2 ? ' og ' : ', '}<a href="${to}" hreflang="${language}" lang="${language}">${names[language]}</a>`
})}. <a href="/om-data">Om dataene: hva, hvorfra og på hvilke vilkår</a>.</p>
</header>`
}

/** Every operation with what it is called: `GET /cases/{id}`. */
function operations(
  document: OpenApiDocument,
): readonly (readonly [method: string, path: string, operation: Operation])[] {
  return Object.entries(document.paths).flatMap(([path, there]) =>
    METHODS.flatMap((method) => {
      const operation = there[method]
      return operation ? [[method.toUpperCase(), path, operation] as const] : []
    }),
  )
}

function contents(document: OpenApiDocument): Html {
  return html`<nav aria-labelledby="contents"><h2 id="contents">What there is</h2>
<ul>${operations(document).map(
    ([method, path, { operationId, summary }]) =>
      html`<li><a href="#${operationId}"><code>${method === 'GET' ? '' : `${method} `}${path}</code></a> ${summary}</li>`,
  )}
<li><a href="#rules">How it works</a></li>
<li><a href="#schemas">The forms of what is sent and answered</a></li>
<li><a href="#problems">Problems</a></li></ul></nav>`
}

function rules(): Html {
  return html`<section aria-labelledby="rules"><h2 id="rules">How it works</h2>
${RULES.map(({ title, text }) => html`<h3>${title}</h3><p>${withCode(text)}</p>`)}</section>`
}

function section(tag: string, description: string, document: OpenApiDocument): Html {
  return html`<section aria-labelledby="tag-${tag}"><h2 id="tag-${tag}">${tag}</h2>
<p>${description}</p>
${operations(document)
  .filter(([, , { tags }]) => tags.includes(tag))
  .map(([method, path, operation]) => endpointText(`${method} ${API_PATH}${path}`, operation))}</section>`
}

function endpointText(called: string, operation: Operation): Html {
  const { operationId, summary, description, parameters, requestBody, responses, security = [] } = operation
  const [scope] = security.flatMap(({ key = [] }) => key)
  return html`<h3 id="${operationId}">${summary}</h3>
<p><code>${called}</code></p>
<p>${withCode(description)}</p>
${scope ? html`<p>Needs a key with the scope <code>${scope}</code>.</p>` : ''}
${requestBody ? html`<p>The body is ${formLinks(requestBody.content)}.</p>` : ''}
${parameters.length === 0 ? '' : parameterTable(called, parameters)}
${table(
  `Answers of ${called}`,
  ['Status', 'When', 'Form'],
  Object.entries(responses).map(([status, response]) => [
    html`<code>${status}</code>`,
    withCode(response.description),
    formLinks(response.content),
  ]),
)}`
}

function formLinks(content: Operation['responses'][string]['content'] = {}): Html {
  return html`${Object.entries(content).map(([contentType, { schema }]) =>
    schema.$ref ? schemaLink(typeText(schema), typeText(schema)) : html`<code>${contentType}</code>`,
  )}`
}

function parameterTable(called: string, parameters: readonly Parameter[]): Html {
  return table(
    `Parameters of ${called}`,
    ['Name', 'Values', 'What it does'],
    parameters.map((parameter) => [
      html`<code>${parameter.name}</code>${parameter.explode ? html`<br><small>repeatable</small>` : parameter.in === 'header' ? html`<br><small>header</small>` : ''}`,
      html`${valueText(parameter)}`,
      html`${withCode(parameter.description)}${parameter.example ? html` For example <code>${parameter.example}</code>.` : ''}`,
    ]),
  )
}

function valueText({ schema, explode }: Parameter): string {
  const items = typeof schema.items === 'object' && !Array.isArray(schema.items) ? schema.items : {}
  const pattern = explode ? items.pattern : schema.pattern
  const text = pattern ? 'string' : explode ? typeText(items) : typeText(schema)
  const usual = schema.default === undefined || explode ? '' : `; ${String(schema.default)} unless told`
  return `${text}${usual}`
}

function schemas(document: OpenApiDocument): Html {
  return html`<section aria-labelledby="schemas"><h2 id="schemas">The forms of what is sent and answered</h2>
${Object.entries(document.components.schemas).map(
  ([name, schema]) => html`<h3 id="schema-${name}">${name}</h3>
${schema.description ? html`<p>${withCode(schema.description)}</p>` : ''}
${table(
  `Fields of ${name}`,
  ['Field', 'Value', 'What it is'],
  schemaRows(schema).map((row) => [
    html`<code>${row.name}</code>`,
    schemaLink(row.type, row.schema),
    withCode(row.description),
  ]),
)}`,
)}</section>`
}

function schemaLink(text: string, schema: string | null): Html {
  return schema ? html`<a href="#schema-${schema}">${text}</a>` : html`${text}`
}

function problems(): Html {
  return html`<section aria-labelledby="problems"><h2 id="problems">Problems</h2>
<dl>${Object.entries(PROBLEMS).map(
    ([kind, { status, title }]) => html`<dt id="problem-${kind}"><code>${status}</code> ${title}</dt>
<dd>${withCode(PROBLEM_ADVICE[kind as keyof typeof PROBLEM_ADVICE])}</dd>`,
  )}</dl></section>`
}

function table(caption: string, head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`
}

/** Plain text in which `code` is marked. */
function withCode(text: string): Html {
  return html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`
}

/** What a question leads to: a body in the documented form, or a finished response for anything else. */
export type Reply<Body> =
  | {
      readonly body: Body
      readonly links?: { readonly [relation: string]: string | null }
      /** `ETag` and `Location`, where there is one to tell. */
      readonly headers?: Readonly<Record<string, string>>
      /** Where it is another than what the address usually answers. */
      readonly status?: 200 | 201
    }
  | Response

/** A page of a list, with the way to the next one as a link too. */
export function listReply<Page extends { readonly next: string | null }>(body: Page) {
  return { body, links: { next: body.next } }
}

export function toResponse({
  body,
  links = {},
  headers: own = {},
  status = 200,
}: Exclude<Reply<unknown>, Response>): Response {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8', ...own })
  const known = Object.entries(links).filter(([, address]) => address !== null)
  if (known.length > 0)
    headers.set('link', known.map(([relation, to]) => `<${to}>; rel="${relation}"`).join(', '))
  return new Response(JSON.stringify(body), { headers, status })
}

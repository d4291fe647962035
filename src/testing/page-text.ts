import { type ComponentType, createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createRoutesStub } from 'react-router'

type Read = {
  readonly page: { readonly default: unknown }
  readonly path: string
  /** What its loader gave. */
  readonly data: unknown
}

/** The words of a page as they are read, without the layout around it. */
export function pageText({ page, path, data }: Read): string {
  const Component = page.default as ComponentType
  const Stub = createRoutesStub([{ id: 'page', path, Component, loader: () => data }])
  const hydrationData = { loaderData: { page: data } }
  const html = renderToString(createElement(Stub, { initialEntries: [path], hydrationData }))
  return html.replaceAll(/<!-- -->|<[^>]+>/g, '')
}

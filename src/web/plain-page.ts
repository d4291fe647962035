import type { Language } from '#src/platform/language.ts'

type Words = {
  readonly title: string
  readonly text: string
  /** After so many seconds the page is asked for again. */
  readonly refreshSeconds?: number
  /** Where to go on from here. */
  readonly link?: { readonly text: string; readonly href: string }
}

/** A page without the frame of the site, for what is said before, or instead of, asking for a page. */
export function plainPage(language: Language, { title, text, refreshSeconds, link }: Words): string {
  const refresh =
    refreshSeconds === undefined ? '' : `\n<meta http-equiv="refresh" content="${refreshSeconds}">`
  const onward = link ? `<p><a href="${link.href}">${link.text}</a></p>` : ''
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p>${onward}</main></body></html>`
}

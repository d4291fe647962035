export type AtomEntry = {
  /** The same for ever, whatever is asked for. */
  readonly id: string
  readonly title: string
  readonly updated: Date
  readonly href: string
  readonly text: string
}

type Feed = {
  readonly self: string
  readonly page: string
  readonly title: string
  readonly language: string
  readonly updated: Date
  readonly entries: readonly AtomEntry[]
}

/** A feed as Atom (RFC 4287). */
export function atomFeed({ self, page, title, language, updated, entries }: Feed): string {
  const written = entries.map(
    (entry) => `  <entry>
    <id>${text(entry.id)}</id>
    <title>${text(entry.title)}</title>
    <updated>${entry.updated.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${text(entry.href)}"/>
    <content type="text">${text(entry.text)}</content>
  </entry>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${text(self)}</id>
  <title>${text(title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>Spydspiss</name></author>
  <link rel="self" type="application/atom+xml" href="${text(self)}"/>
  <link rel="alternate" type="text/html" href="${text(page)}"/>
${written.join('')}</feed>
`
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What has no place in XML 1.0 is left out, as a notice may hold it. */
function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => ESCAPED[one] ?? one)
}

import { text } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { fromBufferPromise } from 'yauzl'

/** The parts of a Word document by their names; each XML part is held to be well-formed. */
export async function readDocx(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const part = await text(await zip.openReadStreamPromise(entry))
    if (/\.(xml|rels)$/.test(entry.fileName)) mustBeXml(entry.fileName, part)
    parts.set(entry.fileName, part)
  }
  return parts
}

export function mustBeXml(name: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new Error(`${name} is not well-formed: ${error.message}`)
  })
  parser.write(xml).close()
}

/** What a reader reads in a part, paragraph by paragraph. */
export function paragraphsOf(part: string): readonly string[] {
  return part
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([, written]) => (written === undefined ? '\n' : unescaped(written)))
        .join(''),
    )
}

function unescaped(written: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return written.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole)
}

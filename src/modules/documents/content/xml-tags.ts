import { SaxesParser } from 'saxes'
import { refuse } from './content-problem.ts'

export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

const MOST_TAGS = 50_000

/** The tags of a small XML file by their local names; packages may have no document type, and no bombs. */
export function xmlTags(bytes: Uint8Array): readonly Tag[] {
  const tags: Tag[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('doctype', () => refuse('damaged'))
  parser.on('error', () => refuse('damaged'))
  parser.on('opentag', ({ name, attributes }) => {
    if (tags.length >= MOST_TAGS) refuse('damaged')
    tags.push({ name: name.slice(name.indexOf(':') + 1), attributes: { ...attributes } })
  })
  parser.write(decodeXml(bytes)).close()
  return tags
}

/** XML is in UTF-8 unless it begins as UTF-16 does. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

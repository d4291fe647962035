import type { XmlElement } from './xml-tree.ts'

/** The first element at a path of local names below another; null anywhere on the way gives null. */
export function child(element: XmlElement | null, path: string): XmlElement | null {
  let found = element
  for (const name of path.split('/')) {
    found = found?.children.find((one) => one.name === name) ?? null
  }
  return found
}

/** Every element at a path of local names, through every branch. */
export function children(element: XmlElement | null, path: string): XmlElement[] {
  let found = element ? [element] : []
  for (const name of path.split('/')) {
    found = found.flatMap((one) => one.children.filter((other) => other.name === name))
  }
  return found
}

/** Characters that mean nothing and come from copying out of documents. */
export const INVISIBLE = /\p{Cf}/gu

/** The text of an element on one line, or null when there is none. */
export function line(element: XmlElement | null): string | null {
  if (!element) return null
  const text = element.text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  return text === '' ? null : text.toWellFormed()
}

export function lineAt(element: XmlElement | null, path: string): string | null {
  return line(child(element, path))
}

/** Codes say `unpublished` where the buyer holds something back until a date (BT-195). */
const WITHHELD = 'unpublished'

/** A code, from the list that is named when the same element carries codes of several lists. */
export function codeAt(element: XmlElement | null, path: string, list?: string): string | null {
  return codesAt(element, path, list)[0] ?? null
}

export function codesAt(element: XmlElement | null, path: string, list?: string): string[] {
  const found = children(element, path)
    .filter((one) => list === undefined || one.attributes.listName === list)
    .map(line)
    .filter((code) => code !== null && code !== WITHHELD)
  return [...new Set(found as string[])]
}

export function flagAt(element: XmlElement | null, path: string): boolean | null {
  const text = lineAt(element, path)?.toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** A web address that can be shown as a link; anything else could be a script. */
export function addressAt(element: XmlElement | null, path: string): string | null {
  const text = lineAt(element, path)
  if (!text || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  return text
}

/** Where an element stands, for a remark. */
export function pathOf(element: XmlElement): string {
  const names: string[] = []
  for (let one: XmlElement | null = element; one?.parent; one = one.parent) names.unshift(one.name)
  return names.join('/')
}

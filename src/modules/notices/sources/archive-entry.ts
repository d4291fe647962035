import type { ByteReader } from './byte-reader.ts'
import type { SourceItem } from './source-item.ts'

/** A file in an archive that can be read now, or never. */
export type ArchiveEntry = { readonly name: string; readonly reader: ByteReader }

/** What an archive gives in its order: files to read, and what is told about others. */
export type ArchiveItem = ArchiveEntry | SourceItem

/**
 * What an entry is called in what we tell. It is nothing but a label, since nothing is ever written where it says;
 * signs that a terminal would obey are taken out.
 */
export function labelOf(archive: string, name: string): string {
  const label = name
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�')
    .toWellFormed()
  return `${archive}/${label.length > 300 ? `…${label.slice(-300)}` : label}`
}

/** Whether a name points out of its archive. Only somebody who wants to do harm makes such names. */
export function climbsOut(name: string): boolean {
  const path = name.replaceAll('\\', '/')
  return (
    path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..') || name.includes('\0')
  )
}

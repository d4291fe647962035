import type { Language } from '#src/platform/language.ts'
import { address } from './paths.ts'

/** The version that counts now, in an address that stays the same. */
export const NEWEST = 'nyeste'

type Named = { readonly id: string; readonly version: number | typeof NEWEST; readonly name: string }

/** Where the file itself is. */
export function documentFileAddress(language: Language, { id, version, name }: Named): string {
  return `${address(language, 'document', { id })}/${version}/${encodeURIComponent(name)}`
}

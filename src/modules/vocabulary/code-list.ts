import type { Language, LocalisedText } from '#src/platform/language.ts'
import { CODE_LISTS, type CodeList } from './contract.ts'
import type { CodeListsFile } from './data-schema.ts'
import { readData } from './read-data.ts'

/** A code of eForms in plain words. */
export type Code = { readonly code: string; readonly label: LocalisedText }

const LISTS = readData<CodeListsFile>('code-lists.json').lists

const LIST_BY_EFORMS_NAME = new Map<string, CodeList>(
  CODE_LISTS.flatMap((list) => [list, ...(LISTS[list]?.eforms ?? [])].map((name) => [name, list] as const)),
)

/** Every code of a list we have words for, in the order they are shown. */
export function codes(list: CodeList): readonly Code[] {
  return Object.entries(LISTS[list]?.codes ?? {}).map(([code, label]) => ({ code, label }))
}

/** The words for a code. One that the list does not have is foreign data, and shown as it is. */
export function codeLabel(list: CodeList, code: string, language: Language): string {
  return knownCode(list, code)?.[language] ?? code
}

/** Whether the list has words for the code. */
export function isKnownCode(list: CodeList, code: string): boolean {
  return knownCode(list, code) !== null
}

/** Our list for a `listName` as notices write it (`entity-activity` → `main-activity`). */
export function codeListOf(listName: string): CodeList | null {
  return LIST_BY_EFORMS_NAME.get(listName) ?? null
}

function knownCode(list: CodeList, code: string): LocalisedText | null {
  const codes = LISTS[list]?.codes ?? {}
  return Object.hasOwn(codes, code) ? (codes[code] ?? null) : null
}

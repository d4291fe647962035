import { type AttributeColumn, setsWithAny } from './attribute-column.ts'
import type { StringList } from './edit-distance.ts'
import type { NumberColumn } from './number-column.ts'
import type { PostingLists } from './postings.ts'
import type { Audience } from './schema.ts'
import type { StringTable } from './string-table.ts'
import type { TitleLists } from './title-lists.ts'

/**
 * Some documents, indexed together and never changed after. They are numbered in the order of their ids, so that
 * equal scores fall into a stable order by themselves, and a merge keeps every list sorted.
 *
 * It holds nothing but typed arrays: it can be written to disk, and sent to another thread, as it is.
 */
export type Segment = {
  readonly size: number
  readonly ids: StringTable
  readonly terms: StringTable
  readonly lists: PostingLists
  readonly titles: TitleLists
  readonly surfaces: Surfaces
  /** By document: the mark of a term that stands once in its last field. */
  readonly plainMarks: Uint8Array
  /** By document: the static prior, in 65 535 parts. */
  readonly priors: Uint16Array
  readonly audience: AttributeColumn
  /** In the order of the schema. */
  readonly attributes: readonly AttributeColumn[]
  readonly numbers: readonly NumberColumn[]
}

/** Words as public documents write them, in order, each with the term it became. */
export type Surfaces = {
  readonly words: StringTable
  readonly terms: Uint32Array
  /** In about how many documents: those removed since are not taken off. */
  readonly counts: Uint32Array
  /** The rows of the most usual words, ascending: what is proposed is sought among these. */
  readonly usual: StringList
}

export const PRIORS = 65_535

/** The key that everybody holds. */
export const EVERYBODY = '*'

export function audienceKeys(audience: Audience): readonly string[] {
  return audience === 'public' ? [EVERYBODY] : audience.filter((key) => key !== EVERYBODY)
}

/** By document: 1 when not everybody may find it. */
export function hiddenDocuments(audience: AttributeColumn): Uint8Array {
  const open = setsWithAny(audience, [EVERYBODY])
  const { sets } = audience
  const hidden = new Uint8Array(sets.length)
  for (let doc = 0; doc < sets.length; doc += 1)
    hidden[doc] = (open[sets[doc] as number] as number) > 0 ? 0 : 1
  return hidden
}

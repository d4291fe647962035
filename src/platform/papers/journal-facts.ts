import { type Fact, JOURNAL_FIELDS, type Paper } from './paper.ts'

/** What the archive asks about, as a reader sees it below the title. */
export function journalFacts({ journal = {}, words }: Paper): readonly Fact[] {
  return JOURNAL_FIELDS.flatMap((field) => {
    const value = journal[field]
    return value ? [{ name: words.journal[field], value }] : []
  })
}

import { cleanLine } from './clean-text.ts'
import type { Block, Paper } from './paper.ts'
import { readPicture } from './read-picture.ts'

/** What is wrong with a paper so that not everybody could read it; `at` is the place among its blocks. */
export type PaperProblem =
  | { readonly kind: 'titleMissing' }
  | { readonly kind: 'headingEmpty'; readonly at: number }
  | { readonly kind: 'headingSkips'; readonly at: number; readonly level: number; readonly after: number }
  | { readonly kind: 'tableWithoutColumns'; readonly at: number }
  | { readonly kind: 'columnWithoutTitle'; readonly at: number; readonly column: number }
  | { readonly kind: 'rowOfWrongLength'; readonly at: number; readonly row: number }
  | { readonly kind: 'pictureWithoutAlt'; readonly at: number }
  | { readonly kind: 'pictureNotReadable'; readonly at: number }

/** Everything that would keep the paper from being read aloud in order (WCAG 1.1.1 and 1.3.1, PDF/UA-1 7.3, 7.4). */
export function paperProblems(paper: Paper): readonly PaperProblem[] {
  const title: PaperProblem[] = cleanLine(paper.title) === '' ? [{ kind: 'titleMissing' }] : []
  return [...title, ...skippedHeadings(paper.blocks), ...paper.blocks.flatMap(blockProblems)]
}

function skippedHeadings(blocks: readonly Block[]): readonly PaperProblem[] {
  const problems: PaperProblem[] = []
  let after = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    if (block.level > after + 1) problems.push({ kind: 'headingSkips', at, level: block.level, after })
    after = block.level
  }
  return problems
}

function blockProblems(block: Block, at: number): readonly PaperProblem[] {
  switch (block.kind) {
    case 'heading':
      return cleanLine(block.text) === '' ? [{ kind: 'headingEmpty', at }] : []
    case 'table': {
      if (block.columns.length === 0) return [{ kind: 'tableWithoutColumns', at }]
      const untitled = block.columns.flatMap(({ title }, column): PaperProblem[] =>
        cleanLine(title) === '' ? [{ kind: 'columnWithoutTitle', at, column }] : [],
      )
      const wrong = block.rows.flatMap((cells, row): PaperProblem[] =>
        cells.length === block.columns.length ? [] : [{ kind: 'rowOfWrongLength', at, row }],
      )
      return [...untitled, ...wrong]
    }
    case 'picture': {
      const silent: PaperProblem[] = cleanLine(block.alt) === '' ? [{ kind: 'pictureWithoutAlt', at }] : []
      return readPicture(block.bytes) ? silent : [...silent, { kind: 'pictureNotReadable', at }]
    }
    default:
      return []
  }
}

import { paperProblems } from './check-paper.ts'
import type { Paper } from './paper.ts'
import { tidyPaper } from './tidy-paper.ts'

/**
 * The paper as PDF. What the font has no sign for (emoji, scripts that are not ours) is drawn as «□» and keeps its
 * text for copying and reading aloud. The renderer is loaded when it is first needed.
 */
export async function toPdf(paper: Paper): Promise<Uint8Array> {
  const tidy = mustBeReadable(paper)
  const { writePdf } = await import('./pdf/write-pdf.ts')
  return writePdf(tidy)
}

/** Papers are made by our own code, so one that not everybody could read is a bug. */
export function mustBeReadable(paper: Paper): Paper {
  const problems = paperProblems(paper)
  if (problems.length > 0) throw new Error(`Not everybody could read this paper: ${JSON.stringify(problems)}`)
  return tidyPaper(paper)
}

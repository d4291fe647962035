import type { Paper } from './paper.ts'
import { mustBeReadable } from './to-pdf.ts'

/**
 * The paper as a Word document. It looks plainer than the PDF, since it is meant to be worked on; emoji and scripts
 * that our own font lacks are left to the fonts of whoever opens it. The renderer is loaded when it is first needed.
 */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const tidy = mustBeReadable(paper)
  const { writeDocx } = await import('./docx/write-docx.ts')
  return writeDocx(tidy)
}

import type { Assessment } from '#src/modules/notices/contract.ts'
import { isDeclared } from '#src/modules/notices/eforms/innovation.ts'
import type { Notice } from '#src/modules/notices/notice.ts'
import { codeSignals } from './code-signals.ts'
import { piecesOf } from './pieces.ts'
import { canReadText, type Piece, readSignals } from './read-signals.ts'
import { type Signal, type Weighed, weighSignals } from './weigh-signals.ts'

/** What speaks for a notice being an innovative procurement, under the conditions of the definition. */
export type InnovationAssessment = Omit<Weighed, 'assessment'> & {
  /** `declared` is the buyer's own word; the others are ours, and say how much speaks for it. */
  readonly assessment: Assessment
  readonly signals: readonly Signal[]
  /** False where no text is in a language the rules read: then only the codes have been looked at. */
  readonly textRead: boolean
}

/** The same row is kept this many times: enough to see where, and a framework has two hundred lots. */
const KEPT = 3

/** Pure, and the same for the same notice and rules. */
export function assessInnovation(notice: Notice): InnovationAssessment {
  const pieces = piecesOf(notice)
  const signals = fewOfEach([...codeSignals(notice), ...readSignals(pieces, notice.formType)])
  const weighed = weighSignals(signals)
  const declared = isDeclared(notice.innovation.declared)
  return {
    ...weighed,
    assessment: declared ? 'declared' : weighed.assessment,
    signals,
    textRead: pieces.some(canReadText),
  }
}

export type TextAssessment = Omit<InnovationAssessment, 'assessment'> & Pick<Weighed, 'assessment'>

/** The same for a text that is not a notice: no codes, and nothing declared. */
export function assessText(pieces: readonly Piece[], formType: string | null = null): TextAssessment {
  const signals = fewOfEach(readSignals(pieces, formType))
  return { ...weighSignals(signals), signals, textRead: pieces.some(canReadText) }
}

function fewOfEach(signals: readonly Signal[]): readonly Signal[] {
  const counts = new Map<string, number>()
  return signals.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= KEPT
  })
}

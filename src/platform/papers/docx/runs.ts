import { ConcreteHyperlink, type IContext, type IXmlableObject, type ParagraphChild, TextRun } from 'docx'
import type { Run } from '#src/platform/papers/paper.ts'

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

export type Face = {
  readonly language?: string | undefined
  readonly bold?: boolean
}

/** Makes the runs of one document; its links are numbered, so that the same paper gives the same bytes. */
export function runMaker(): (runs: readonly Run[], face?: Face) => ParagraphChild[] {
  let links = 0
  return (runs, face = {}) =>
    runs.flatMap((run): ParagraphChild[] => {
      if (!run.link) return textRuns(run, face)
      links += 1
      return [new NumberedLink(textRuns(run, { ...face, style: 'Hyperlink' }), `Link${links}`, run.link)]
    })
}

function textRuns(
  { text, as }: Run,
  { language, bold, style }: Face & { readonly style?: string },
): TextRun[] {
  return text.split('\n').map(
    (line, at) =>
      new TextRun({
        text: line,
        ...(at > 0 && { break: 1 }),
        ...(style && { style }),
        ...((bold || as === 'strong') && { bold: true }),
        ...(as === 'emphasis' && { italics: true }),
        ...(language && { language: { value: languageTag(language) } }),
      }),
  )
}

const TAGS: Readonly<Record<string, string>> = {
  nb: 'nb-NO',
  nn: 'nn-NO',
  en: 'en-GB',
  sv: 'sv-SE',
  da: 'da-DK',
}

/** With the country that Word chooses a dictionary by. */
export function languageTag(language: string): string {
  return TAGS[language] ?? language
}

/** A link out of the document whose relationship has a number of ours instead of one by chance. */
class NumberedLink extends ConcreteHyperlink {
  private readonly target: string

  constructor(children: readonly ParagraphChild[], id: string, target: string) {
    super(children, id)
    this.target = target
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(this.linkId, HYPERLINK, this.target, 'External')
    return super.prepForXml(context)
  }
}

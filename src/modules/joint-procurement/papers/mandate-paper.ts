import { hostOf } from '#src/modules/joint-procurement/gate/gate-input.ts'
import type { Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import { type Block, bullets, heading, paragraph, signatures } from '#src/platform/papers/index.ts'
import { numberText, type PaperInput, wordsOf } from './paper-input.ts'

const COVERS = [1, 2, 3, 4] as const

/** The mandate from a participant to the lead; the lead gives none, so its own is left open for another. */
export function mandateBlocks(input: PaperInput): readonly Block[] {
  const { procurement, messages } = input
  const { t } = messages
  const words = wordsOf(input)
  const own = words.own?.organisation === procurement.lead ? null : words.own
  const me = own ? words.me : words.filled('jointPapers.mandate.participant')
  const receiver = receiverOf(input, own)
  const to = words.nameOf(receiver?.organisation ?? procurement.lead)
  const gives = {
    me,
    number: numberText(input, own),
    to,
    toNumber: numberText(input, receiver),
    title: procurement.title,
  }
  const signsItself = own === null || own.standing.signer === null || own.standing.signer === 'self'
  return [
    paragraph(t('jointPapers.mandate.gives', gives)),
    heading(1, t('jointPapers.mandate.covers')),
    bullets([
      ...COVERS.map((place) => t(`jointPapers.mandate.covers.${place}`, { me })),
      ...(signsItself ? [] : [t('jointPapers.mandate.covers.sign', { me })]),
    ]),
    heading(1, t('jointPapers.mandate.not')),
    bullets([
      ...(signsItself ? [t('jointPapers.mandate.not.sign', { me })] : []),
      t('jointPapers.mandate.not.change', { me }),
      t('jointPapers.mandate.not.value', { maximum: words.kroner(procurement.facts.maximum) }),
      t('jointPapers.mandate.not.add', { me }),
    ]),
    heading(1, t('jointPapers.mandate.lasts')),
    paragraph(t('jointPapers.mandate.lasts.text')),
    ...authority(input, own, me),
  ]
}

function receiverOf({ procurement }: PaperInput, own: Participant | null): Participant | undefined {
  const host = own?.standing.signer === 'host' ? hostOf(procurement) : null
  return host ?? procurement.participants.find(({ organisation }) => organisation === procurement.lead)
}

function authority(input: PaperInput, own: Participant | null, me: string): readonly Block[] {
  const { t } = input.messages
  const { blank, day, filled } = wordsOf(input)
  const { anchoring = null, mandate = null } = own?.standing ?? {}
  const told = {
    body: anchoring ? t(`jointPapers.body.${anchoring.body}`) : blank(),
    date: day(anchoring?.decidedOn),
    archive: anchoring?.archiveReference || blank(),
    authority: mandate?.authority || filled('jointPapers.mandate.authority.blank'),
  }
  return [
    heading(1, t('jointPapers.mandate.authority')),
    paragraph(t('jointPapers.mandate.authority.text', told)),
    signatures([
      {
        organisation: me,
        ...(mandate?.signedBy && { name: mandate.signedBy }),
        ...(mandate?.title && { role: mandate.title }),
      },
    ]),
  ]
}

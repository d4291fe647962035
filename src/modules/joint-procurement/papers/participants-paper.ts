import { buyerLines, valueLines } from '#src/modules/joint-procurement/gate/block-text.ts'
import { participantBlock } from '#src/modules/joint-procurement/gate/participant-block.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import { type Block, bullets, heading, paragraph, table } from '#src/platform/papers/index.ts'
import { type PaperInput, roleText, wordsOf } from './paper-input.ts'

/** Who takes part, and the block for the notice. Open to all, so what each has told of itself is not in it. */
export function participantsBlocks(input: PaperInput): readonly Block[] {
  const { procurement, messages } = input
  const { t, date } = messages
  const { nameOf } = wordsOf(input)
  const block = participantBlock(input)
  const followers = procurement.participants.filter(
    ({ role, status }) => role === 'follower' && status === 'interested',
  )
  const isLocked = isPublished(procurement) && procurement.lockedAt !== null
  return [
    paragraph(t('jointPapers.participants.lead')),
    paragraph(
      isLocked && procurement.lockedAt
        ? t('jointPapers.participants.locked', { date: date(procurement.lockedAt) })
        : t('jointPapers.participants.open'),
    ),
    table(
      [
        { title: t('jointPapers.col.who'), share: 3 },
        { title: t('jointPapers.col.number'), share: 2 },
        { title: t('jointPapers.col.role'), share: 3 },
      ],
      block.map(({ organisation, number }) => {
        const one = procurement.participants.find((each) => each.organisation === organisation)
        return [
          nameOf(organisation),
          number ?? t('jointPapers.blank'),
          one ? roleText(input, one) : t('jointPapers.blank'),
        ]
      }),
      { caption: t('jointPapers.table.participants'), rowHeaders: true },
    ),
    heading(1, t('jointPapers.participants.block')),
    ...block.flatMap((buyer) => [
      heading(2, nameOf(buyer.organisation)),
      bullets(buyerLines(buyer, messages)),
    ]),
    ...(input.isWithin || isPublished(procurement)
      ? [heading(2, t('jointPapers.participants.values')), bullets(valueLines(procurement.facts, messages))]
      : []),
    ...(followers.length > 0
      ? [
          heading(1, t('jointPapers.participants.followers')),
          bullets(followers.map(({ organisation }) => nameOf(organisation))),
        ]
      : []),
  ]
}

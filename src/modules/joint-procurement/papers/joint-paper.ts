import { paperWords } from '#src/messages/paper-words.ts'
import { type Block, heading, type Journal, note, type Paper } from '#src/platform/papers/index.ts'
import { agreementBlocks } from './agreement.ts'
import { caseMemoBlocks } from './case-memo.ts'
import { invitationBlocks, scheduleBlocks, summaryBlocks } from './dialogue-papers.ts'
import { mandateBlocks } from './mandate-paper.ts'
import { buyersInOrder, type PaperInput, wordsOf } from './paper-input.ts'
import { type JointPaperKind, OWN_PAPERS } from './paper-kinds.ts'
import { participantsBlocks } from './participants-paper.ts'

const BLOCKS: Readonly<Record<JointPaperKind, (input: PaperInput) => readonly Block[]>> = {
  'case-memo': caseMemoBlocks,
  mandate: mandateBlocks,
  agreement: agreementBlocks,
  invitation: invitationBlocks,
  schedule: scheduleBlocks,
  'dialogue-summary': summaryBlocks,
  participants: participantsBlocks,
}

const TITLES = {
  'case-memo': 'jointPapers.memo.title',
  mandate: 'jointPapers.mandate.title',
  agreement: 'jointPapers.agreement.title',
  invitation: 'jointPapers.invitation.title',
  schedule: 'jointPapers.schedule.title',
  'dialogue-summary': 'jointPapers.summary.title',
  participants: 'jointPapers.participants.title',
} as const satisfies Record<JointPaperKind, string>

/**
 * A paper of the joint procurement, filled in as far as is known, to be edited before it is sent. What is not known is
 * marked, and the paper says what it was made from and when.
 */
export function jointPaper(kind: JointPaperKind, input: PaperInput): Paper {
  const { procurement, messages, madeAt, today, address } = input
  const { t, date, language } = messages
  const { title } = procurement
  const sort = t(`jointPapers.kind.${kind}`)
  return {
    language,
    words: paperWords(messages),
    title: t(TITLES[kind], { title }),
    sort,
    author: authorOf(kind, input),
    footer: t('jointPapers.footer', { paper: sort, title, date: date(today) }),
    journal: journalOf(kind, input),
    madeAt,
    blocks: [
      ...BLOCKS[kind](input),
      heading(1, t('jointPapers.made.title')),
      note(t('jointPapers.made', { title, date: date(today), address })),
    ],
  }
}

function isOwn(kind: JointPaperKind): boolean {
  return OWN_PAPERS.some((own) => own === kind)
}

function authorOf(kind: JointPaperKind, input: PaperInput): string {
  const { me, lead } = wordsOf(input)
  return isOwn(kind) ? me : lead
}

/** What the archive asks: of one's own papers, one's own reference; of the common ones the lead's. */
function journalOf(kind: JointPaperKind, input: PaperInput): Journal {
  const { procurement, messages, today } = input
  const { t, date, list } = messages
  const { own, nameOf, lead, blank } = wordsOf(input)
  const anchoring = own?.standing.anchoring
  const to: Partial<Record<JointPaperKind, string>> = {
    'case-memo': anchoring ? capital(t(`jointPapers.body.${anchoring.body}`)) : blank(),
    mandate: lead,
    agreement: list(buyersInOrder(input).map(({ organisation }) => nameOf(organisation))),
  }
  const reference = isOwn(kind) ? anchoring?.archiveReference : procurement.facts.archiveReference
  return {
    documentDate: date(today),
    from: authorOf(kind, input),
    ...(to[kind] && { to: to[kind] }),
    ...(kind === 'case-memo' && { caseNumber: blank() }),
    archiveReference: reference || blank(),
    accessBasis: t('jointPapers.access'),
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

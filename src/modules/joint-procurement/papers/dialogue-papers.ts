import {
  type Block,
  bullets,
  facts,
  heading,
  note,
  numbered,
  paragraph,
  table,
} from '#src/platform/papers/index.ts'
import { paragraphs } from './case-memo.ts'
import { buyersInOrder, type PaperInput, wordsOf } from './paper-input.ts'
import { slots } from './slots.ts'

const QUESTIONS = [1, 2, 3, 4] as const
const FAIR = [1, 2, 3, 4] as const

/** The invitation to a market dialogue: the same for all, and no notice of a competition. */
export function invitationBlocks(input: PaperInput): readonly Block[] {
  const { procurement, invitation, messages } = input
  const { t, date } = messages
  const { nameOf, lead, blank, filled } = wordsOf(input)
  const { mailbox } =
    procurement.participants.find((one) => one.organisation === procurement.lead)?.standing ?? {}
  return [
    note(t('jointPapers.invitation.lead')),
    heading(1, t('jointPapers.invitation.need')),
    ...paragraphs(procurement.facts.purpose || filled('jointPapers.memo.purpose')),
    heading(1, t('jointPapers.invitation.who')),
    paragraph(t('jointPapers.invitation.who.text', { lead })),
    bullets(buyersInOrder(input).map(({ organisation }) => nameOf(organisation))),
    heading(1, t('jointPapers.invitation.ask')),
    bullets([
      ...QUESTIONS.map((place) => t(`jointPapers.invitation.ask.${place}`)),
      filled('jointPapers.invitation.ask.blank'),
    ]),
    heading(1, t('jointPapers.invitation.when')),
    facts([
      [t('jointPapers.invitation.day'), when(input)],
      [t('jointPapers.invitation.place'), invitation?.place || blank()],
      [t('jointPapers.invitation.link'), blank()],
    ]),
    heading(1, t('jointPapers.invitation.signUp')),
    paragraph(
      t('jointPapers.invitation.signUp.text', {
        mailbox: mailbox ?? filled('jointPapers.invitation.signUp.mailbox'),
        deadline: invitation?.deadline
          ? date(invitation.deadline)
          : filled('jointPapers.invitation.signUp.deadline'),
      }),
    ),
    heading(1, t('jointPapers.invitation.fair')),
    bullets(FAIR.map((place) => t(`jointPapers.invitation.fair.${place}`))),
  ]
}

function when(input: PaperInput): string {
  const { invitation, messages } = input
  const { day, blank } = wordsOf(input)
  if (!invitation?.day) return blank()
  const hours = [invitation.from, invitation.until].filter((time) => time !== null)
  const times = hours.map((time) => time.replace(':', '.')).join('–')
  return `${day(invitation.day)}, ${times || messages.t('jointPapers.blank')}`
}

/** Meetings with one supplier at a time, all of the same length. */
export function scheduleBlocks(input: PaperInput): readonly Block[] {
  const { schedule, messages } = input
  const { t, date } = messages
  const { blank } = wordsOf(input)
  const minutes = (value: number | undefined) =>
    value === undefined ? blank() : t('jointPapers.schedule.minutes', { minutes: value })
  const times = schedule ? slots(schedule).slice(0, schedule.count) : []
  const empty = { day: '', from: '', until: '' }
  const rows = (times.length > 0 ? times : [empty]).map(({ day, from, until }, place) => [
    `${place + 1}`,
    day ? date(day) : blank(),
    from ? `${from}–${until}` : blank(),
    blank(),
  ])
  return [
    paragraph(t('jointPapers.schedule.lead')),
    facts([
      [t('jointPapers.schedule.length'), minutes(schedule?.minutes)],
      [t('jointPapers.schedule.pause'), minutes(schedule?.pause)],
      [t('jointPapers.schedule.place'), schedule?.room || blank()],
    ]),
    heading(1, t('jointPapers.schedule.slots')),
    table(
      [
        { title: t('jointPapers.schedule.no'), share: 1 },
        { title: t('jointPapers.schedule.day'), share: 3 },
        { title: t('jointPapers.schedule.time'), share: 2 },
        { title: t('jointPapers.schedule.supplier'), share: 5 },
      ],
      rows,
      { rowHeaders: true },
    ),
    heading(1, t('jointPapers.schedule.agenda')),
    numbered(QUESTIONS.map((place) => t(`jointPapers.schedule.agenda.${place}`))),
    note(t('jointPapers.schedule.log'), { tone: 'care' }),
  ]
}

const PARTS = ['held', 'told', 'learnt', 'means', 'questions'] as const

/** What came out of the dialogue: as it was published here, or in parts to be filled in. */
export function summaryBlocks(input: PaperInput): readonly Block[] {
  const { procurement, summary, messages } = input
  const { t } = messages
  const { day, filled } = wordsOf(input)
  const { dialogueSummaryOn, dialogueSummaryUrl } = procurement.facts
  const written = summary
    ? paragraphs(summary.words)
    : PARTS.flatMap((part) => [
        heading(1, t(`jointPapers.summary.${part}`)),
        paragraph(filled(`jointPapers.summary.${part}.blank`)),
      ])
  return [
    paragraph(t('jointPapers.summary.lead')),
    facts([
      [t('jointPapers.summary.published'), day(summary?.publishedOn ?? dialogueSummaryOn)],
      [t('jointPapers.summary.address'), dialogueSummaryUrl],
    ]),
    ...written,
  ]
}

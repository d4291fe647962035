import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  type Block,
  facts,
  heading,
  type Journal,
  note,
  type Paper,
  paragraph,
} from '#src/platform/papers/index.ts'
import type { MarketView, SeenAnswer, SeenMessage } from './view-market.ts'

export type MarketAsPaper = {
  readonly view: MarketView
  readonly nameOf: (id: OrganisationId | null) => string
  readonly messages: Messages
  readonly madeAt: Date
}

/**
 * The levelling log as this reader may see it. The copy of those who received answers in confidence holds them, says so,
 * and tells the archive by which paragraph it is kept from the public.
 */
export function levellingPaper(of: MarketAsPaper): Paper {
  const { view, messages, nameOf } = of
  const { t } = messages
  const holdsSecrets = view.answers.some(({ openness }) => openness === 'secret')
  return {
    ...frame(of, t('market.papers.levelling.sort'), {
      ...(holdsSecrets && { accessBasis: t('market.papers.access') }),
    }),
    lead: t('market.log.lead'),
    blocks: [
      ...(holdsSecrets ? [note(t('market.papers.inside'), { tone: 'care' })] : []),
      counts(view, messages),
      ...view.answers.flatMap((answer) => answerBlocks(answer, { view, messages, nameOf })),
      ...(view.answers.length === 0 ? [paragraph(t('market.log.none'))] : []),
      ...saidBlocks(view, messages, nameOf),
    ],
  }
}

/** The newest summary of the dialogue, with how many had answered; the same for every reader. Null where none is published. */
export function summaryPaper(of: MarketAsPaper): Paper | null {
  const { view, messages } = of
  const { t, date } = messages
  const [newest] = view.summaries
  if (!newest) return null
  const lines = newest.words.split(/\n+/).filter((line) => line.trim() !== '')
  const { language } = view.matter
  return {
    ...frame({ ...of, madeAt: newest.publishedAt }, t('market.papers.summary.sort'), {
      documentDate: date(newest.publishedAt),
      to: t('market.papers.everybody'),
      ...(newest.archiveReference && { archiveReference: newest.archiveReference }),
    }),
    lead: t('market.summary.published', {
      on: date(newest.publishedAt),
      by: of.nameOf(newest.organisation),
    }),
    blocks: [counts(view, messages), ...lines.map((line) => paragraph(line, { language }))],
  }
}

function frame(
  { view: { matter }, messages, nameOf, madeAt }: MarketAsPaper,
  sort: string,
  journal: Journal,
): Omit<Paper, 'blocks'> {
  const from = nameOf(matter.lead)
  return {
    language: messages.language,
    words: paperWords(messages),
    sort,
    title: matter.title,
    titleLanguage: matter.language,
    author: from,
    madeAt,
    footer: messages.t('market.papers.footer', { sort, title: matter.title }),
    journal: { documentDate: messages.date(madeAt), from, ...journal },
  }
}

function counts({ answers, secretCount }: MarketView, { t }: Messages): Block {
  const open = answers.filter(({ openness, withdrawnAt }) => openness === 'open' && !withdrawnAt).length
  return facts([[t('market.papers.counts'), t('market.papers.counts.text', { open, secret: secretCount })]])
}

type Told = Pick<MarketAsPaper, 'view' | 'messages' | 'nameOf'>

function answerBlocks(answer: SeenAnswer, { view, messages, nameOf }: Told): readonly Block[] {
  const { t, date } = messages
  const { language } = view.matter
  const last = answer.log.at(-1)
  return [
    heading(1, nameOf(answer.organisation)),
    facts([
      [t('market.papers.on'), date(answer.givenAt)],
      [t('market.papers.kind'), t(`market.kind.${answer.kind}`)],
      [t('market.papers.openness'), t(`market.openness.${answer.openness}`)],
      [t('market.papers.answer'), answer.words, language],
      [t('market.papers.because'), answer.secretBecause, language],
      ...(answer.withdrawnAt
        ? [[t('market.withdraw'), t('market.withdrawn', { on: date(answer.withdrawnAt) })] as const]
        : []),
    ]),
    ...(last
      ? answer.log.map((entry) =>
          facts([
            [t('market.papers.decision'), t(`market.decision.${entry.decision}`)],
            [t('market.papers.reason'), entry.reason, language],
            [t('market.papers.summary'), entry.summary, language],
            [t('market.papers.by'), `${nameOf(entry.decidedFor)}, ${date(entry.decidedAt)}`],
          ]),
        )
      : [paragraph(t('market.log.undecided'), { look: 'quiet' })]),
  ]
}

/** Everything that was said, in the order it was, with to whom. */
function saidBlocks(
  { messages: said, matter }: MarketView,
  messages: Messages,
  nameOf: Told['nameOf'],
): readonly Block[] {
  if (said.length === 0) return []
  const { t, dateTime } = messages
  return [
    heading(1, t('market.papers.said')),
    ...said.flatMap((one) => [
      facts([
        [t('market.papers.on'), dateTime(one.sentAt)],
        [t('market.papers.from'), one.organisation ? nameOf(one.organisation) : t('market.supplier.unnamed')],
        [t('market.papers.to'), toWhom(one, messages, nameOf)],
        [t('market.papers.what'), one.words, matter.language],
      ]),
    ]),
  ]
}

function toWhom({ kind, to }: SeenMessage, { t }: Messages, nameOf: Told['nameOf']): string {
  if (kind === 'question') return t('market.papers.question')
  if (!to) return t('market.to.all')
  if (to.openness === 'open') return t('market.to.one', { name: nameOf(to.organisation) })
  return to.organisation ? t('market.to.secret', { name: nameOf(to.organisation) }) : t('market.to.unnamed')
}

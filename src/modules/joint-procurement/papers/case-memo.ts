import {
  type Block,
  bullets,
  facts,
  heading,
  numbered,
  paragraph,
  table,
} from '#src/platform/papers/index.ts'
import { type PaperInput, partiesTable, sharesTable, shareText, wordsOf } from './paper-input.ts'

const ALTERNATIVES = ['join', 'option', 'follow', 'alone', 'nothing'] as const
const CONSEQUENCES = ['users', 'staff', 'climate', 'children', 'access', 'privacy'] as const
const REASONS = [1, 2, 3, 4] as const

/** The memo to the body that decides whether one takes part, in the order municipalities write them. */
export function caseMemoBlocks(input: PaperInput): readonly Block[] {
  return [
    ...proposal(input),
    ...story(input),
    ...alternatives(input),
    ...money(input),
    ...consequences(input),
    ...law(input),
    ...schedule(input),
    ...ending(input),
  ]
}

function proposal(input: PaperInput): readonly Block[] {
  const { procurement, messages } = input
  const { t } = messages
  const words = wordsOf(input)
  const { me, lead, others, own, key, day } = words
  const { title } = procurement
  const until = own?.standing.optionUntil ?? procurement.facts.optionsUntil
  const joins =
    own?.role === 'option'
      ? t('jointPapers.memo.proposal.option', { me, title, date: day(until) })
      : t('jointPapers.memo.proposal.join', { me, title, others })
  const leads =
    own?.organisation === procurement.lead
      ? t('jointPapers.memo.proposal.lead', { me })
      : t('jointPapers.memo.proposal.mandate', { me, lead })
  const budget = words.filled('jointPapers.memo.budget')
  return [
    heading(1, t('jointPapers.memo.proposal')),
    paragraph(t('jointPapers.memo.proposal.intro')),
    numbered([
      joins,
      leads,
      t('jointPapers.memo.proposal.costs', {
        me,
        key,
        share: shareText(input, own?.organisation ?? null),
        budget,
      }),
      t('jointPapers.memo.proposal.sign'),
    ]),
  ]
}

function story(input: PaperInput): readonly Block[] {
  const { facts: known } = input.procurement
  const { t } = input.messages
  const { me, lead, others, kroner, day, filled } = wordsOf(input)
  const short = {
    me,
    lead,
    others,
    estimate: kroner(known.estimate),
    maximum: kroner(known.maximum),
    publish: day(known.publishOn),
  }
  return [
    heading(1, t('jointPapers.memo.short')),
    paragraph(t('jointPapers.memo.short.text', short)),
    heading(1, t('jointPapers.memo.background')),
    ...paragraphs(known.purpose || filled('jointPapers.memo.purpose')),
    paragraph(t('jointPapers.memo.own', { me, blank: filled('jointPapers.memo.own.blank') })),
    heading(1, t('jointPapers.memo.why')),
    bullets(REASONS.map((reason) => t(`jointPapers.memo.why.${reason}`))),
    partiesTable(input),
    ...(known.strategy ? paragraphs(known.strategy) : []),
  ]
}

/** What people wrote in several paragraphs stays so. */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part))
}

function alternatives(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { me, filled } = wordsOf(input)
  const blank = filled('jointPapers.memo.nothing.blank')
  return [
    heading(1, t('jointPapers.memo.alternatives')),
    table(
      [
        { title: t('jointPapers.memo.alternative'), share: 1 },
        { title: t('jointPapers.memo.alternative.means'), share: 3 },
      ],
      ALTERNATIVES.map((one) => [
        t(`jointPapers.memo.alternative.${one}`),
        t(`jointPapers.memo.alternative.${one}.means`, { me, blank }),
      ]),
      { rowHeaders: true },
    ),
  ]
}

function money(input: PaperInput): readonly Block[] {
  const { facts: known } = input.procurement
  const { t } = input.messages
  const { me, own, kroner, key, filled } = wordsOf(input)
  const shares = sharesTable(input)
  return [
    heading(1, t('jointPapers.memo.money')),
    facts([
      [t('jointPapers.memo.money.estimate'), kroner(known.estimate)],
      [t('jointPapers.memo.money.maximum'), kroner(known.maximum)],
      [t('jointPapers.memo.money.key'), key],
      [t('jointPapers.memo.money.share', { me }), shareText(input, own?.organisation ?? null)],
    ]),
    ...(shares ? [shares] : []),
    paragraph(t('jointPapers.memo.money.own', { blank: filled('jointPapers.memo.money.own.blank') })),
  ]
}

function consequences(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { filled } = wordsOf(input)
  return [
    heading(1, t('jointPapers.memo.consequences')),
    facts(
      CONSEQUENCES.map((one) => [
        t(`jointPapers.memo.consequence.${one}`),
        filled(`jointPapers.memo.consequence.${one}.blank`),
      ]),
    ),
  ]
}

function law(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { own, blank, filled } = wordsOf(input)
  const anchoring = own?.standing.anchoring
  const body = anchoring ? t(`jointPapers.body.${anchoring.body}`) : blank()
  const delegation = anchoring?.delegation || filled('jointPapers.memo.law.delegation')
  return [
    heading(1, t('jointPapers.memo.law')),
    bullets([
      t('jointPapers.memo.law.authority', { body, delegation }),
      t('jointPapers.memo.law.notice'),
      t('jointPapers.memo.law.locked'),
    ]),
  ]
}

function schedule(input: PaperInput): readonly Block[] {
  const { procurement } = input
  const { t } = input.messages
  const { me, own, day } = wordsOf(input)
  const anchoring = own?.standing.anchoring
  return [
    heading(1, t('jointPapers.memo.dates')),
    table(
      [t('jointPapers.memo.dates.what'), t('jointPapers.memo.dates.when')],
      [
        [t('jointPapers.memo.dates.decision', { me }), day(anchoring?.decidedOn ?? anchoring?.meetingOn)],
        [t('jointPapers.memo.dates.publish'), day(procurement.facts.publishOn)],
        ...(procurement.facts.optionsUntil
          ? [[t('jointPapers.memo.dates.option'), day(procurement.facts.optionsUntil)]]
          : []),
        [t('jointPapers.memo.dates.benefit'), t('jointPapers.memo.dates.benefit.when')],
      ],
      { rowHeaders: true },
    ),
  ]
}

function ending(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { filled } = wordsOf(input)
  return [
    heading(1, t('jointPapers.memo.assessment')),
    paragraph(filled('jointPapers.memo.assessment.blank')),
    heading(1, t('jointPapers.memo.attachments')),
    bullets([
      t('jointPapers.kind.agreement'),
      t('jointPapers.kind.mandate'),
      t('jointPapers.kind.participants'),
    ]),
  ]
}

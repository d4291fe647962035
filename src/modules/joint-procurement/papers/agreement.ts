import { type Block, bullets, heading, note, paragraph, signatures } from '#src/platform/papers/index.ts'
import { paragraphs } from './case-memo.ts'
import { buyersInOrder, type PaperInput, partiesTable, sharesTable, wordsOf } from './paper-input.ts'

/** The agreement on cooperation, with the cost key reckoned and the terms for leaving. */
export function agreementBlocks(input: PaperInput): readonly Block[] {
  const { procurement, messages } = input
  const { t } = messages
  const { nameOf, filled } = wordsOf(input)
  return [
    heading(1, t('jointPapers.agreement.parties')),
    partiesTable(input),
    heading(1, t('jointPapers.agreement.purpose')),
    ...paragraphs(procurement.facts.purpose || filled('jointPapers.memo.purpose')),
    ...work(input),
    ...costs(input),
    ...binding(input),
    heading(1, t('jointPapers.agreement.openness')),
    paragraph(t('jointPapers.agreement.openness.text')),
    ...lasting(input),
    signatures(buyersInOrder(input).map(({ organisation }) => ({ organisation: nameOf(organisation) }))),
  ]
}

function work(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { lead, blank, filled } = wordsOf(input)
  const { agreementWords, archiveReference } = input.procurement.facts
  return [
    heading(1, t('jointPapers.agreement.roles')),
    bullets([
      t('jointPapers.agreement.lead.1', { lead }),
      t('jointPapers.agreement.lead.2', { lead, archive: archiveReference || blank() }),
      t('jointPapers.agreement.each.1'),
      t('jointPapers.agreement.each.2'),
    ]),
    ...(agreementWords ? paragraphs(agreementWords) : []),
    heading(1, t('jointPapers.agreement.decisions')),
    paragraph(
      t('jointPapers.agreement.decisions.text', { blank: filled('jointPapers.agreement.decisions.blank') }),
    ),
  ]
}

function costs(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { key, lead } = wordsOf(input)
  return [
    heading(1, t('jointPapers.agreement.costs')),
    paragraph(t('jointPapers.agreement.costs.text', { key, lead })),
    sharesTable(input) ?? note(t('jointPapers.agreement.costs.unknown'), { tone: 'care' }),
  ]
}

function binding(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { filled } = wordsOf(input)
  const { exitTerms } = input.procurement.facts
  return [
    heading(1, t('jointPapers.agreement.contract')),
    paragraph(t('jointPapers.agreement.contract.text')),
    heading(1, t('jointPapers.agreement.locked')),
    paragraph(t('jointPapers.agreement.locked.text')),
    heading(1, t('jointPapers.agreement.exit')),
    paragraph(t('jointPapers.agreement.exit.any')),
    ...paragraphs(exitTerms || filled('jointPapers.agreement.exit.blank')),
  ]
}

function lasting(input: PaperInput): readonly Block[] {
  const { t } = input.messages
  const { blank, filled } = wordsOf(input)
  const { followUpMonths } = input.procurement.facts
  const months = followUpMonths ? t('jointPapers.agreement.months', { months: followUpMonths }) : blank()
  return [
    heading(1, t('jointPapers.agreement.follow')),
    paragraph(t('jointPapers.agreement.follow.text', { months })),
    heading(1, t('jointPapers.agreement.lasts')),
    paragraph(t('jointPapers.agreement.lasts.text', { blank: filled('jointPapers.agreement.lasts.blank') })),
  ]
}

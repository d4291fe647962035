import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import {
  type Block,
  facts,
  figures,
  heading,
  link,
  note,
  type Paper,
  paragraph,
  table,
} from '#src/platform/papers/index.ts'
import type { JointDemand } from './joint-demand.ts'
import type { NamedNeed } from './prefill-statement.ts'
import { STATEMENT_SECTIONS } from './statement.ts'
import { sumUp } from './sum-up.ts'

export type DemandAsPaper = {
  readonly demand: JointDemand
  /** The name of the one that keeps it. */
  readonly lead: string
  readonly members: readonly NamedNeed[]
  readonly messages: Messages
  /** The whole address of its page, for whoever has only the paper. */
  readonly address: string
}

/** The joint statement of demand as a paper: what they say together, who they are, and how much it is. */
export function demandPaper({ demand, lead, members, messages, address }: DemandAsPaper): Paper {
  const { t, date, language } = messages
  return {
    language,
    words: paperWords(messages),
    sort: t('demand.papers.sort'),
    title: demand.title,
    titleLanguage: demand.statement.language,
    ...(members.length > 0 && { lead: t('demand.lead', { name: lead }) }),
    author: lead,
    madeAt: demand.changedAt,
    footer: t('demand.papers.footer', { title: demand.title, version: demand.version }),
    journal: { documentDate: date(demand.changedAt), from: lead },
    blocks: [
      ...(members.length > 0 ? sumBlocks(members, messages) : []),
      ...statementBlocks(demand, messages),
      heading(1, t('demand.members')),
      members.length > 0 ? memberTable(members, messages) : paragraph(t('demand.members.none')),
      note(t('demand.notNotice.text'), { title: t('demand.notNotice'), tone: 'care' }),
      facts([[t('demand.papers.address'), [link(address, address)]]]),
    ],
  }
}

function statementBlocks({ statement }: JointDemand, { t }: Messages): readonly Block[] {
  return STATEMENT_SECTIONS.flatMap((section) => {
    const text = statement[section]
    const lines = text === '' ? [t('demand.section.empty')] : text.split(/\n+/)
    const of = text === '' ? {} : { language: statement.language }
    return [heading(1, t(`demand.section.${section}`)), ...lines.map((line) => paragraph(line, of))]
  })
}

function sumBlocks(members: readonly NamedNeed[], { t, number, date, list }: Messages): readonly Block[] {
  const sum = sumUp(members)
  const counted = sum.municipalities === sum.organisations ? 'municipalities' : 'organisations'
  const named = (needs: readonly string[]) =>
    list(members.filter(({ need }) => needs.includes(need)).map(({ name }) => name))
  const window = sum.window && {
    from: date(sum.window.from),
    until: date(sum.window.until),
  }
  return [
    figures([
      { value: number(sum[counted]), text: t(`demand.sum.${counted}`, { count: sum[counted] }) },
      ...(sum.inhabitants > 0 ? [{ value: number(sum.inhabitants), text: t('demand.sum.inhabitants') }] : []),
      ...sum.volumes.map(({ amount, unit }) => ({ value: number(amount), text: unit })),
    ]),
    paragraph(
      window ? t('demand.sum.window', { window: t('demand.window', window) }) : t('demand.sum.noWindow'),
    ),
    ...(window && sum.outside.length > 0
      ? [paragraph(t('demand.sum.outside', { names: named(sum.outside) }))]
      : []),
    ...(sum.volumes.length > 0 && sum.withoutVolume.length > 0
      ? [paragraph(t('demand.sum.without', { names: named(sum.withoutVolume) }))]
      : []),
  ]
}

function memberTable(members: readonly NamedNeed[], { t, number, date }: Messages): Block {
  return table(
    [
      { title: t('demand.papers.member'), share: 3 },
      { title: t('demand.papers.inhabitants'), share: 2, align: 'right' },
      { title: t('demand.papers.volume'), share: 2 },
      { title: t('demand.papers.window'), share: 4 },
    ],
    members.map(({ name, inhabitants, content: { volume, from, until } }) => [
      name,
      inhabitants === null ? '–' : number(inhabitants),
      volume ? `${number(volume.amount)} ${volume.unit}` : '–',
      from && until ? t('demand.window', { from: date(from), until: date(until) }) : '–',
    ]),
    { rowHeaders: true },
  )
}

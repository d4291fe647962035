import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { Organisation } from '#src/modules/organisations/index.ts'
import { cpvLabel, nutsLabel, nutsRegions } from '#src/modules/vocabulary/index.ts'
import { facts, heading, note, type Paper, paragraph } from '#src/platform/papers/index.ts'
import type { Need } from './need.ts'

/** A field of the form: what it is called, its number in eForms, and what a need says of it; null for what it does not. */
export type PriorNoticeField = {
  readonly name: string
  readonly code: string
  readonly value: string | null
}

type Telling = {
  readonly need: Need
  readonly organisation: Organisation | null
  readonly messages: Messages
}

/**
 * What a prior information notice that invites to dialogue would say, in the order of DFØ's guidance on such notices
 * (buyer, title, description, CPV, place, time, extent, dialogue, contact). The numbers are those of the business terms
 * in Implementing Regulation (EU) 2019/1780, annex (eForms).
 */
export function priorNotice({ need, organisation, messages }: Telling): readonly PriorNoticeField[] {
  const { t, language, number } = messages
  const { title, cpv, volume, mailbox } = need.content
  const field = (
    name:
      | 'buyer'
      | 'number'
      | 'subject'
      | 'description'
      | 'cpv'
      | 'place'
      | 'when'
      | 'extent'
      | 'dialogue'
      | 'contact',
    code: string,
    value: string | null,
  ) => ({ name: t(`needs.prior.${name}`), code, value: value || null })
  return [
    field('buyer', 'BT-500', organisation?.name ?? null),
    field('number', 'BT-501', organisation?.organisasjonsnummer ?? null),
    field('subject', 'BT-21', title),
    field('description', 'BT-24', description(need, messages)),
    field('cpv', 'BT-262', cpv.map((code) => `${code} ${cpvLabel(code, language)}`).join('\n')),
    field('place', 'BT-5071', place(organisation, messages)),
    field('when', 'BT-127', window(need, messages)),
    field('extent', 'BT-25, BT-625', volume && `${number(volume.amount)} ${volume.unit}`),
    field('dialogue', 'BT-300', dialogue({ need, organisation, messages })),
    field('contact', 'BT-502, BT-506', mailbox),
  ]
}

function description({ content }: Need, { t }: Messages): string {
  const { forWhom, outcome, triedBefore, innovationHeight } = content
  return [
    forWhom && t('needs.prior.for', { forWhom }),
    outcome && t('needs.prior.wanted', { outcome }),
    triedBefore && t('needs.prior.tried', { triedBefore }),
    innovationHeight &&
      `${t('needs.one.height')}: ${t(`needs.height.${innovationHeight}`)}. ${t(`needs.height.${innovationHeight}.help`)}`,
  ]
    .filter((line) => line)
    .join('\n')
}

/** The region of the county, which is the smallest that the form asks for. */
function place(organisation: Organisation | null, { language }: Messages): string | null {
  const regions = nutsRegions().filter(
    ({ fylkesnummer }) => fylkesnummer !== null && fylkesnummer === organisation?.fylkesnummer,
  )
  const region = regions.toSorted((a, b) => b.code.length - a.code.length)[0]
  return region ? `${region.code} ${nutsLabel(region.code, language)}` : null
}

function window({ content: { from, until } }: Need, { t, date }: Messages): string | null {
  if (from && until) return t('needs.prior.window', { from: date(from), until: date(until) })
  const day = from ?? until
  return day && date(day)
}

function dialogue({ need, organisation, messages: { t } }: Telling): string | null {
  if (!organisation) return null
  const { mailbox } = need.content
  const asks = t('needs.prior.dialogue.text', { organisation: organisation.name })
  return mailbox ? `${asks}\n${t('needs.prior.dialogue.to', { mailbox })}` : asks
}

/** The same as a paper; it says that it is not a notice until it is published as one. */
export function priorNoticePaper(telling: Telling & { readonly address: string }): Paper {
  const { need, organisation, messages, address } = telling
  const { t, language, date } = messages
  const missing = t('needs.prior.missing')
  return {
    language,
    words: paperWords(messages),
    title: t('needs.prior.title'),
    lead: t('needs.prior.lead', { title: need.content.title }),
    footer: t('needs.prior.footer'),
    author: organisation?.name ?? 'Spydspiss',
    madeAt: need.changedAt,
    journal: { documentDate: date(dayOf(need.changedAt)), from: organisation?.name ?? '' },
    blocks: [
      note(t('needs.prior.note'), { tone: 'care', title: t('needs.notNotice') }),
      ...priorNotice(telling).flatMap(({ name, code, value }) => [
        heading(1, `${name} (${code})`),
        ...(value ?? missing).split('\n').map((line) => paragraph(line)),
      ]),
      heading(1, t('needs.prior.code')),
      paragraph(t('needs.prior.source'), { look: 'quiet' }),
      facts([[t('needs.kind'), [{ text: address, link: address }]]]),
    ],
  }
}

import { isMessageKey, type Messages } from '#src/messages/index.ts'
import type { AwardCriterion, Duration, Lot } from '#src/modules/notices/index.ts'
import { codeLabel, cpvLabel } from '#src/modules/vocabulary/index.ts'

export type CriterionView = {
  readonly name: string
  readonly description: string | null
  readonly weight: string | null
}

export type LotView = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly cpv: string | null
  readonly value: Lot['value']
  readonly frameworkMaximum: Lot['frameworkMaximum']
  readonly framework: string | null
  readonly duration: string | null
  readonly options: string | null
  readonly renewals: string | null
  readonly variants: string | null
  readonly criteria: readonly CriterionView[]
  readonly documentsUrl: string | null
  readonly result: {
    readonly status: string | null
    readonly reason: string | null
    readonly tenders: number | null
  } | null
  readonly winners: readonly { readonly name: string; readonly value: Lot['value'] }[]
}

export function lotView(lot: Lot, messages: Messages): LotView {
  const { t, language } = messages
  const variants = lot.variants ? `notice.variants.${lot.variants}` : ''
  return {
    id: lot.id,
    title: lot.title,
    description: lot.description,
    cpv: lot.cpv[0] ? cpvLabel(lot.cpv[0], language) : null,
    value: lot.value,
    frameworkMaximum: lot.frameworkMaximum,
    framework:
      lot.framework && lot.framework !== 'none'
        ? codeLabel('framework-agreement', lot.framework, language)
        : null,
    duration: durationText(lot.duration, messages),
    options: lot.options?.description ?? null,
    renewals: renewalsText(lot, messages),
    variants: isMessageKey(variants) ? t(variants) : null,
    criteria: lot.awardCriteria.map((criterion) => criterionView(criterion, messages)),
    documentsUrl: webAddress(lot.documentsUrl),
    result: resultView(lot, messages),
    winners: lot.winners.map(({ name, value }) => ({ name, value })),
  }
}

function durationText(duration: Duration | null, { t, date }: Messages): string | null {
  if (!duration) return null
  if (duration.unlimited) return t('notice.duration.unlimited')
  if (duration.from && duration.to)
    return t('notice.duration.period', { from: date(duration.from), to: date(duration.to) })
  const length = [
    duration.months ? t('notice.duration.months', { count: duration.months }) : null,
    duration.days ? t('notice.duration.days', { count: duration.days }) : null,
    duration.from ? t('notice.duration.from', { from: date(duration.from) }) : null,
    duration.to ? t('notice.duration.to', { to: date(duration.to) }) : null,
  ].filter((part) => part !== null)
  return length.join(', ') || null
}

function renewalsText({ renewals }: Lot, { t }: Messages): string | null {
  if (!renewals || (!renewals.maximum && !renewals.description)) return null
  const times = renewals.maximum ? t('notice.renewals.maximum', { count: renewals.maximum }) : null
  return [times, renewals.description].filter((part) => part !== null).join('. ')
}

function criterionView(criterion: AwardCriterion, { number, language }: Messages): CriterionView {
  const type = criterion.type ? codeLabel('award-criterion-type', criterion.type, language) : ''
  const isPercent = criterion.weightUnit?.startsWith('per-') ?? false
  return {
    name: criterion.name || type,
    description:
      criterion.description && criterion.description !== criterion.name ? criterion.description : null,
    weight:
      criterion.weight === null
        ? null
        : isPercent
          ? `${number(criterion.weight)} %`
          : number(criterion.weight),
  }
}

function resultView({ result }: Lot, { language }: Messages): LotView['result'] {
  if (!result) return null
  return {
    status: result.status ? codeLabel('winner-selection-status', result.status, language) : null,
    reason: result.reason ? codeLabel('non-award-reason', result.reason, language) : null,
    tenders: result.tendersReceived,
  }
}

/** Addresses in notices are written by people; only those a browser may safely follow become links. */
function webAddress(url: string | null): string | null {
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null
}

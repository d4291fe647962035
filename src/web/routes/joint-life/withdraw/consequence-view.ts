import type { Messages } from '#src/messages/index.ts'
import type { Consequence, ConsequencePoint } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { lawViews } from '#src/web/routes/joint-life/law-views.ts'
import type { LawView } from '#src/web/routes/joint-life/laws.tsx'

export type ConsequenceView = {
  readonly points: readonly ConsequencePoint[]
  readonly exitTerms: string
  readonly volume: readonly { readonly text: string; readonly share: string }[]
  /** In per cent, as it is read; null after for the one who leaves. */
  readonly costs:
    | readonly { readonly name: string; readonly before: string; readonly after: string | null }[]
    | null
  readonly laws: readonly LawView[]
}

/** Rules that a point may bring to bear. */
const LAWS: Readonly<Partial<Record<ConsequencePoint, readonly string[]>>> = {
  'change-of-contract': ['foa-28-1'],
  'gate-anew': ['kofa-2019-389'],
  'had-option': ['foa-5-4'],
}

export function consequenceView(
  { points, exitTerms, volume, costs }: Consequence,
  { nameOf, messages }: { readonly nameOf: (id: OrganisationId) => string; readonly messages: Messages },
): ConsequenceView {
  const { t, number, language } = messages
  return {
    points,
    exitTerms,
    volume: volume.map(({ unit, falls, of }) => ({
      text: t('jointWithdraw.volume', { falls: number(falls), of: number(of), unit }),
      share: t('jointWithdraw.volume.share', { share: oneDecimal((falls / of) * 100, number) }),
    })),
    costs:
      costs
        ?.toSorted((a, b) => nameOf(a.organisation).localeCompare(nameOf(b.organisation), language))
        .map(({ organisation, before, after }) => ({
          name: nameOf(organisation),
          before: oneDecimal(before, number),
          after: after === null ? null : oneDecimal(after, number),
        })) ?? null,
    laws: lawViews(
      points.flatMap((point) => LAWS[point] ?? []),
      language,
    ),
  }
}

function oneDecimal(value: number, number: Messages['number']): string {
  return number(Math.round(value * 10) / 10)
}

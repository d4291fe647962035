import { type Figure, KeyFigures } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

export type FrontFigures = {
  readonly procurements: number
  readonly years: readonly string[]
  readonly joint: number
  readonly jointHref: string
  readonly municipalities: number
  readonly notices: number
  readonly noticeYears: readonly string[]
}

/** What is in the database, and from when; only what can be counted in it. */
export function Counted({ figures }: { figures: FrontFigures }) {
  const { t, number } = useMessages()
  const shown: readonly Figure[] = [
    {
      value: number(figures.procurements),
      text: t('front.figure.cases'),
      note: usePeriod('front.figure.casesPeriod', figures.years),
      href: useAddress('cases'),
    },
    { value: number(figures.joint), text: t('front.figure.joint'), href: figures.jointHref },
    {
      value: number(figures.municipalities),
      text: t('front.figure.municipalities'),
      href: useAddress('municipalities'),
    },
    {
      value: number(figures.notices),
      text: t('front.figure.notices'),
      note: usePeriod('front.figure.noticesPeriod', figures.noticeYears) ?? t('front.figure.noticesNone'),
    },
  ]
  return (
    <div className="counts">
      <div className="wide">
        <KeyFigures figures={shown} />
      </div>
    </div>
  )
}

function usePeriod(
  key: 'front.figure.casesPeriod' | 'front.figure.noticesPeriod',
  years: readonly string[],
): string | undefined {
  const { t } = useMessages()
  const [from, to] = [years.at(0), years.at(-1)]
  return from && to ? t(key, { from, to }) : undefined
}

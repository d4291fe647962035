import type { ConceptCount } from '#src/modules/search/contract.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { HitList, type HitView } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { Pager } from '#src/web/ui/pager.tsx'
import { type ThemeChoice, type ThemeView, themeAddress } from './theme-view.ts'

export type ListsView = {
  /** What is shown, and what of it was asked for in the address. */
  readonly choice: {
    readonly type: 'case' | 'notice'
    readonly narrower: boolean
    readonly sort: 'relevance' | 'newest'
    readonly offset: number
  }
  readonly asked: ThemeChoice
  readonly totals: { readonly [type in 'case' | 'notice']: ConceptCount | undefined }
  readonly total: number
  /** Cases that have been given it as a theme. */
  readonly given: number
  readonly page: number
  readonly pages: number
  readonly pageSize: number
  readonly hits: readonly HitView[]
}

const NONE: ConceptCount = { own: 0, all: 0 }

/** What is about a theme: cases or notices, with what is narrower or without, the best or the newest first. */
export function Lists({ view, lists }: { view: ThemeView; lists: ListsView }) {
  const { t, language } = useMessages()
  const { choice, asked, hits } = lists
  const hrefOf = (other: Partial<ThemeChoice>) =>
    themeAddress(language, view.id, { ...asked, offset: 0, ...other })
  return (
    <section aria-label={t(`theme.list.type.${choice.type}`)}>
      <Choosing view={view} lists={lists} hrefOf={hrefOf} />
      <HowCounted lists={lists} />
      {hits.length === 0 ? (
        <p className="section">{t(choice.type === 'case' ? 'theme.cases.none' : 'theme.notices.none')}</p>
      ) : (
        <HitList hits={hits} level={2} />
      )}
      <Pager
        page={lists.page}
        pages={lists.pages}
        hrefOf={(page) => hrefOf({ offset: (page - 1) * lists.pageSize })}
      />
      <p className="section">
        <a href={searchAddress(language, { q: view.label })}>{t('theme.search', { theme: view.label })}</a>
      </p>
    </section>
  )
}

type ChoosingProps = {
  readonly view: ThemeView
  readonly lists: ListsView
  readonly hrefOf: (other: Partial<ThemeChoice>) => string
}

function Choosing({ view, lists: { choice, totals, total }, hrefOf }: ChoosingProps) {
  const { t } = useMessages()
  const { own, all } = totals[choice.type] ?? NONE
  const types = (['case', 'notice'] as const).map((type) => ({
    text: t(`theme.list.type.${type}`),
    count: (totals[type] ?? NONE).all,
    href: hrefOf({ type, narrower: undefined, sort: undefined }),
    current: choice.type === type,
  }))
  const widths = (['all', 'own'] as const).map((width) => ({
    text: t(`theme.width.${width}`),
    count: width === 'all' ? all : own,
    href: hrefOf({ narrower: width === 'all' ? undefined : 'no' }),
    current: choice.narrower === (width === 'all'),
  }))
  const orders = (['relevance', 'newest'] as const).map((sort) => ({
    text: t(`theme.sort.${sort}`),
    href: hrefOf({ sort }),
    current: choice.sort === sort,
  }))
  return (
    <>
      <Choices label={t('theme.lists')} choices={types} isLarge />
      {all > own && view.narrower.length > 0 && <Choices label={t('theme.width')} choices={widths} />}
      {total > 1 && <Choices label={t('theme.sort')} choices={orders} />}
    </>
  )
}

type Choice = {
  readonly text: string
  readonly count?: number
  readonly href: string
  readonly current: boolean
}

function Choices({
  label,
  choices,
  isLarge = false,
}: {
  label: string
  choices: readonly Choice[]
  isLarge?: boolean
}) {
  const { number } = useMessages()
  return (
    <nav className={isLarge ? 'no-print' : 'concept-choices no-print'} aria-label={label}>
      <ul className="choices">
        {choices.map(({ text, count, href, current }) => (
          <li key={text}>
            <a
              className="ds-button"
              data-variant={isLarge ? (current ? 'primary' : 'secondary') : 'tertiary'}
              data-size="sm"
              href={href}
              aria-current={current ? 'true' : undefined}
            >
              {text}
              {count !== undefined && <span className="count">{number(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A theme that somebody has given is surer than a word in a title. */
function HowCounted({ lists: { choice, total, given } }: { lists: ListsView }) {
  const { t } = useMessages()
  if (total === 0) return null
  const said =
    choice.type === 'notice'
      ? t('theme.named')
      : choice.narrower && given < total && t('theme.given', { count: given })
  return said ? <p className="small quiet concept-how">{said}</p> : null
}

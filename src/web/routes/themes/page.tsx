import { type ThemeNode, themeTree } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { type Counts, countFound } from '#src/web/present/case-counts.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

const BRANCHES = ['service-area', 'procurement'] as const

export async function loader({ request, context }: Route.LoaderArgs) {
  const { search } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const counts = await countFound(search, { type: ['case'] })
  return {
    branches: BRANCHES.map((branch) => ({
      branch,
      themes: themeTree(branch).map((node) => ({
        ...link(node, language, counts),
        narrower: node.narrower.map((one) => link(one, language, counts)),
      })),
    })),
  }
}

function link({ theme }: ThemeNode, language: Language, counts: Counts) {
  return {
    label: theme.label[language],
    href: address(language, 'theme', { id: theme.id }),
    count: counts.of('theme', theme.id),
  }
}

export default function ThemesPage({ loaderData: { branches } }: Route.ComponentProps) {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('theme.list.title')} description={t('theme.list.lead')} />
      <PageTop title={t('theme.list.title')} lead={t('theme.list.lead')} />
      <div className="wide">
        {branches.map(({ branch, themes }) => (
          <section key={branch} className="section" aria-labelledby={branch}>
            <h2 id={branch}>{t(`theme.list.${branch}`)}</h2>
            <ul className="theme-tree plain-list">
              {themes.map((theme) => (
                <li key={theme.href}>
                  <h3>
                    <a href={theme.href}>{theme.label}</a>
                  </h3>
                  <p className="small quiet">{t('front.themes.count', { count: theme.count })}</p>
                  <Narrower themes={theme.narrower} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

type Link = { readonly label: string; readonly href: string; readonly count: number }

function Narrower({ themes }: { themes: readonly Link[] }) {
  const { number } = useMessages()
  if (themes.length === 0) return null
  return (
    <ul className="plain-list">
      {themes.map(({ label, href, count }) => (
        <li key={href}>
          <a href={href}>{label}</a> {count > 0 && <span className="small quiet">{number(count)}</span>}
        </li>
      ))}
    </ul>
  )
}

import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { casesOf } from '#src/modules/catalogue/index.ts'
import { ancestors, narrowerThemes, type Theme, theme } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { searchAddress } from '#src/web/present/search-address.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { HitList, Tags } from '#src/web/ui/hit.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

const SHOWN = 15

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const found = theme(params.id)
  if (!found) throw data(null, { status: 404 })
  const cases = await casesOf(db, { theme: found.id })
  const above = ancestors(found.id)
  const siblings = above[0] ? narrowerThemes(above[0].id).filter(({ id }) => id !== found.id) : []
  return {
    label: found.label[language],
    scope: found.scope?.[language] ?? null,
    also: found.alternatives[language],
    above: above.toReversed().map((one) => link(one, language)),
    narrower: narrowerThemes(found.id).map((one) => link(one, language)),
    around: siblings.map((one) => link(one, language)),
    total: cases.length,
    hits: cases.slice(0, SHOWN).map((summary) => caseHit(summary, messagesIn(language))),
    all: searchAddress(language, { theme: [found.id] }),
  }
}

function link({ id, label }: Theme, language: Language) {
  return { text: label[language], color: 'mose' as const, href: address(language, 'theme', { id }) }
}

export default function ThemePage({ loaderData }: Route.ComponentProps) {
  const { t, list, language } = useMessages()
  const { label, scope, also, above, narrower, around, total, hits, all } = loaderData
  return (
    <>
      <PageHead title={label} description={scope ?? undefined} />
      <PageTop
        crumbs={[{ text: t('theme.crumb'), href: address(language, 'themes') }, ...above]}
        kind={t('theme.kind')}
        title={label}
        lead={scope}
      >
        {also.length > 0 && (
          <p className="quiet small after-lead">
            {t('theme.also')}: {list(also)}
          </p>
        )}
        <Tags tags={narrower} />
      </PageTop>
      <div className="wide with-aside">
        <Section title={t('theme.cases')} id="eksempler">
          {hits.length === 0 ? <p>{t('theme.cases.none')}</p> : <HitList hits={hits} />}
          <p>
            <a href={all}>
              {total > SHOWN
                ? t('theme.cases.all', { count: total })
                : t('theme.search', { theme: label.toLowerCase() })}
            </a>
          </p>
        </Section>
        {around.length > 0 && (
          <nav className="box" aria-labelledby="naer">
            <h2 id="naer" className="box-title">
              {t('theme.around')}
            </h2>
            <ul className="plain-list">
              {around.map(({ text, href }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </>
  )
}

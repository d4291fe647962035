import { data, redirect } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { ClaimForm } from '#src/modules/adoptions/contract.ts'
import { claimSolution, mayClaim } from '#src/modules/adoptions/index.ts'
import { SolutionId } from '#src/modules/catalogue/contract.ts'
import { casesByIds, findSolution, type Solution } from '#src/modules/catalogue/index.ts'
import { actorContext, programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { adopterName } from '#src/web/present/adopters-view.ts'
import { caseHit } from '#src/web/present/case-hit.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { textsIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Box } from '#src/web/ui/box.tsx'
import { Section, Sources } from '#src/web/ui/facts.tsx'
import { HitList, Tags } from '#src/web/ui/hit.tsx'
import { useLanguage, useMessages } from '#src/web/ui/messages.ts'
import { Names } from '#src/web/ui/names.tsx'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { ClaimSolution, SupplierWords } from './supplier-words.tsx'
import { supplierWordsView } from './supplier-words-view.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const language = languageOf(new URL(request.url).pathname)
  const id = SolutionId.safeParse(params.id)
  const lookup = id.success ? await findSolution(db, id.data) : null
  if (!lookup) throw data(null, { status: 404 })
  if (lookup.status === 'withdrawn') throw data(lookup.reason, { status: 410 })
  if (lookup.status === 'merged') throw redirect(address(language, 'solution', { id: lookup.into }), 301)
  const messages = messagesIn(language)
  const cases = await casesByIds(db, lookup.solution.content.fromCases)
  return {
    solution: toView(lookup.solution, messages),
    words: await supplierWordsView(db, lookup.solution.id, context.get(actorContext)),
    cases: cases.map((summary) => caseHit(summary, messages)),
  }
}

/** A supplier says that it is theirs; shown when a curator has looked at it. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const { language, t } = messagesIn(languageOf(new URL(request.url).pathname))
  const solution = SolutionId.safeParse(params.id)
  if (!solution.success) throw data(null, { status: 404 })
  if (!mayClaim(actor)) throw data(null, { status: 403 })
  const typed = textsIn(await request.formData(), ['words', 'link'])
  const form = ClaimForm.safeParse(typed)
  if (!form.success)
    return data({ typed, errors: fieldErrors(form.error, t, 'adoptions.claim.link') }, { status: 422 })
  const program = context.get(programContext)
  const claimed = await claimSolution(program, actor, { solution: solution.data, form: form.data })
  if (claimed.ok || claimed.failure.kind === 'alreadyClaimed')
    return redirect(address(language, 'solution', { id: solution.data }))
  throw data(null, { status: claimed.failure.kind === 'notAllowed' ? 403 : 404 })
}

function toView({ id, content, suppliers, adopters }: Solution, messages: Messages) {
  const { name, description, status, sources } = content
  return {
    id,
    name,
    description,
    status,
    sources,
    language: content.language,
    suppliers: suppliers.map((supplier) => ({ name: supplier.name, href: null, note: supplier.role })),
    adopters: adopters.map((adopter) => adopterName(adopter, messages)),
  }
}

export default function SolutionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { solution, words, cases } = loaderData
  const { t, date } = useMessages()
  const language = useLanguage()
  return (
    <>
      <PageHead title={solution.name} description={solution.description} />
      <PageTop
        crumbs={[
          { text: t('case.crumb'), href: address(language, 'cases') },
          { text: t('solution.crumb'), href: address(language, 'solutions') },
        ]}
        kind={t('solution.kind')}
        title={solution.name}
        language={solution.language}
        lead={solution.description}
      >
        <Tags
          tags={[
            {
              text: t(`solution.status.${solution.status}`),
              color: solution.status === 'available' ? 'fjord' : 'neutral',
            },
          ]}
        />
      </PageTop>
      <div className="wide with-aside">
        <div>
          <Section title={t('solution.adopters')} id="brukere">
            {solution.adopters.length === 0 ? (
              <p className="quiet">{t('solution.adopters.none')}</p>
            ) : (
              <Names names={solution.adopters} />
            )}
            <p>
              <To page="spread" params={{ kind: 'solution', id: solution.id }}>
                {t('adoptions.spread')}
              </To>
            </p>
          </Section>
          {cases.length > 0 && (
            <Section title={t('solution.cases')} id="anskaffelsen">
              <HitList hits={cases} />
            </Section>
          )}
          <SupplierWords words={words.accepted} />
          <ClaimSolution own={words.own} answer={actionData ?? null} />
        </div>
        <div className="stack">
          <Box id="lager" title={t('solution.suppliers')}>
            {solution.suppliers.length === 0 ? (
              <p className="quiet">{t('solution.suppliers.none')}</p>
            ) : (
              <Names names={solution.suppliers} />
            )}
            <p className="small quiet">{t('solution.fair')}</p>
          </Box>
          <Box id="kilder" title={t('case.sources')}>
            <Sources
              sources={solution.sources.map(({ title, url = null, seenOn }) => ({
                title,
                url,
                seen: seenOn ? t('case.seenOn', { date: date(seenOn) }) : null,
              }))}
            />
          </Box>
        </div>
      </div>
    </>
  )
}

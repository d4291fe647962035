import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import {
  mayPublishSummary,
  type PublishSummaryFailure,
  publishSummary,
  SummaryForm,
} from '#src/modules/needs/index.ts'
import { marketAddress } from '#src/web/market-address.ts'
import { neverKept } from '#src/web/never-kept.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import { readMarket, requireMatter } from '#src/web/present/read-market.ts'
import { textIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { Done, type FieldErrors, FormErrors, TextAreaField, TextField } from '#src/web/ui/fields.tsx'
import { MarketPaperLinks } from '#src/web/ui/market-papers.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { Route } from './+types/page.ts'

const LONGEST = 20_000

export const headers = neverKept

export async function loader(asked: Route.LoaderArgs) {
  const found = await requireMatter(asked)
  const market = await readMarket(found)
  const decided = market.answers.flatMap(({ log, withdrawnOn }) =>
    withdrawnOn ? [] : (log.at(-1)?.summary ?? []),
  )
  const [newest] = market.summaries
  return {
    ...market,
    // What the log has words for, for whoever writes it to go on from; only those who publish are shown it.
    proposed: market.mayPublish ? (newest?.words ?? decided.map((words) => `– ${words}`).join('\n')) : '',
    isDone: found.url.searchParams.get('varsel') === 'publisert',
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now, matter, messages } = await requireMatter(asked)
  const actor = requireActor(asked)
  if (!mayPublishSummary(actor, matter)) throw data(null, { status: 403 })
  const form = await asked.request.formData()
  const typed = {
    words: textIn(form, 'words', LONGEST + 1),
    seen: textIn(form, 'seen'),
    archiveReference: textIn(form, 'archiveReference'),
  }
  const read = SummaryForm.safeParse(typed)
  if (!read.success)
    return data({ typed, errors: fieldErrors(read.error, messages.t, 'market.wrong') }, { status: 422 })
  const published = await publishSummary({ db, now }, actor, { matter, form: read.data })
  if (published.ok) return redirect(`${marketAddress(messages.language, matter, 'summary')}?varsel=publisert`)
  const { text, status } = told(published.failure, messages)
  const errors: FieldErrors = { words: text }
  return data({ typed, errors }, { status })
}

function told(failure: PublishSummaryFailure, { t }: Messages): { text: string; status: number } {
  switch (failure.kind) {
    case 'matterNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'over':
      return { text: t('market.over'), status: 409 }
    case 'undecided':
      return { text: t('market.summary.undecided', { count: failure.count }), status: 409 }
    case 'publishedMeanwhile':
      return { text: t('market.summary.meanwhile', { version: failure.summary.version }), status: 409 }
    case 'saysWho':
      return { text: t('market.saysWho', { name: failure.name }), status: 422 }
    case 'namesPrice':
      return { text: t('market.price', { price: failure.price }), status: 422 }
    case 'quotesSecret':
      return { text: t('market.quotesSecret'), status: 422 }
  }
}

export default function DialogueSummaryPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const [newest, ...earlier] = page.summaries
  return (
    <>
      <PageHead title={`${t('market.summary.title')} – ${page.title}`} unlisted />
      <PageTop
        crumbs={[{ text: page.title, href: page.href }]}
        kind={page.title}
        title={t('market.summary.title')}
        lead={
          newest ? t('market.summary.published', { on: newest.on, by: newest.by }) : t('market.summary.none')
        }
      />
      <div className="wide section stack">
        {page.isDone && !actionData && <Done>{t('market.summary.done')}</Done>}
        {newest && (
          <p className="as-written" lang={page.language}>
            {newest.words}
          </p>
        )}
        {newest && <MarketPaperLinks papers={page.papers.summary} />}
        {earlier.map((one) => (
          <details key={one.version}>
            <summary>{t('market.summary.version', { version: one.version, on: one.on })}</summary>
            <p className="as-written" lang={page.language}>
              {one.words}
            </p>
          </details>
        ))}
        {page.mayPublish && <PublishFields page={page} sent={actionData ?? null} />}
        <p>
          <a href={page.pages.levelling}>{t('market.log.read')}</a>
        </p>
        <p>
          <a href={`${page.href}#markedet`}>{t(`market.back.${page.kind}`)}</a>
        </p>
      </div>
    </>
  )
}

type Sent = {
  readonly typed: Readonly<Record<'words' | 'seen' | 'archiveReference', string>>
  readonly errors: FieldErrors
}

function PublishFields({ page, sent }: { page: Route.ComponentProps['loaderData']; sent: Sent | null }) {
  const { t } = useMessages()
  const [newest] = page.summaries
  return (
    <section aria-labelledby="skriv">
      <h2 id="skriv">{t(newest ? 'market.summary.again' : 'market.summary.write')}</h2>
      {page.undecided > 0 && !sent && (
        <p className="box" data-color="korn">
          {t('market.summary.undecided', { count: page.undecided })}{' '}
          <a href={page.pages.levelling}>{t('market.log.title')}</a>
        </p>
      )}
      <form method="post" className="form-stack">
        <FormErrors errors={sent?.errors ?? {}} />
        <input type="hidden" name="seen" value={newest?.version ?? 0} />
        <TextAreaField
          name="words"
          label={t('market.field.dialogue')}
          help={t('market.field.dialogue.help')}
          value={sent?.typed.words ?? page.proposed}
          error={sent?.errors.words}
          rows={14}
          maxLength={LONGEST}
        />
        <TextField
          name="archiveReference"
          label={t('market.field.archive')}
          help={t('market.field.archive.help')}
          value={sent?.typed.archiveReference ?? newest?.archiveReference ?? ''}
          error={sent?.errors.archiveReference}
          maxLength={100}
          short
          optional
        />
        <p>
          <button className="ds-button" type="submit" data-color="kobber">
            {t('market.summary.publish')}
          </button>
        </p>
      </form>
    </section>
  )
}

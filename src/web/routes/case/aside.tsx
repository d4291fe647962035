import { casePaperAddress, PAPER_FORMATS } from '#src/web/papers/paper-address.ts'
import { Box } from '#src/web/ui/box.tsx'
import { type Fact, FactList, Sources } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'
import type { CaseView, ReuseView } from './case-view.ts'

/** What to do with it, and how far to trust it. */
export function CaseAside({ view, mayAdd }: { view: CaseView; mayAdd: boolean }) {
  return (
    <div className="stack">
      {mayAdd && <NextToAdd view={view} />}
      {view.isProcurement && view.content.identity.level !== 'experience' && <Reuse view={view} />}
      <Papers view={view} />
      <Provenance view={view} />
    </div>
  )
}

function Reuse({ view }: { view: CaseView }) {
  const { t, number } = useMessages()
  const { reuse, language } = view.content
  return (
    <Box id="gjenbruk" title={t('case.reuse.question')}>
      <p>{t(`case.reuse.answer.${view.reuse.answer}`)}</p>
      <meter min={0} max={view.reuse.of} value={view.reuse.score} aria-hidden="true" />
      <p>{t('case.reuse.score', { score: view.reuse.score, of: view.reuse.of })}</p>
      <FactList
        facts={[
          criteria('case.reuse.there', view.reuse.there, t),
          criteria('case.reuse.lacking', view.reuse.lacking, t),
        ]}
      />
      {reuse && (
        <FactList
          facts={[
            reuse.prerequisites
              ? { name: t('case.reuse.prerequisites'), value: reuse.prerequisites, language }
              : null,
            reuse.personDays ? { name: t('case.reuse.personDays'), value: number(reuse.personDays) } : null,
            reuse.mailbox
              ? {
                  name: t('case.reuse.mailbox'),
                  value: <a href={`mailto:${reuse.mailbox}`}>{reuse.mailbox}</a>,
                }
              : null,
          ]}
        />
      )}
      {reuse?.documents && (
        <ul className="sources plain-list">
          {reuse.documents.map(({ title, url, licence }) => (
            <li key={url}>
              <a href={url}>{title}</a>
              {licence && <span className="small quiet">{licence}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="small quiet">{t('case.reuse.warning')}</p>
    </Box>
  )
}

function criteria(
  name: 'case.reuse.there' | 'case.reuse.lacking',
  met: ReuseView['there'],
  t: ReturnType<typeof useMessages>['t'],
): Fact | null {
  if (met.length === 0) return null
  return { name: t(name), value: met.map((one) => t(`case.reuse.criterion.${one}`)).join(', ') }
}

/** For those who answer for it: the one thing that would help the next most, and the way to where it is written. */
function NextToAdd({ view: { id, reuse } }: { view: CaseView }) {
  const { t } = useMessages()
  const share = useAddress('share')
  if (!reuse.next) return null
  return (
    <section className="box no-print" data-color="mose" aria-labelledby="legg-til">
      <h2 id="legg-til" className="box-title">
        {t('case.reuse.next')}
      </h2>
      <p>{t(`case.reuse.next.${reuse.next}`)}</p>
      <form method="post" action={share}>
        <input type="hidden" name="case" value={id} />
        <input type="hidden" name="criterion" value={reuse.next} />
        <button className="ds-button" type="submit" data-variant="secondary">
          {t('case.reuse.next.go')}
        </button>
      </form>
    </section>
  )
}

/** The case as a file, in the language of the page. */
function Papers({ view }: { view: CaseView }) {
  const { t, language } = useMessages()
  return (
    <section className="box no-print" aria-labelledby="ta-med">
      <h2 id="ta-med" className="box-title">
        {t('papers.case.download')}
      </h2>
      <ul className="sources plain-list">
        {PAPER_FORMATS.map((format) => (
          <li key={format}>
            <a href={casePaperAddress(language, view.id, format)} download>
              {t(`papers.case.download.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Provenance({ view }: { view: CaseView }) {
  const { t, date } = useMessages()
  const { sources, confidence } = view.content.provenance
  return (
    <Box id="kilder" title={t('case.sources')}>
      <Sources
        sources={sources.map(({ title, url = null, seenOn }) => ({
          title,
          url,
          seen: seenOn ? t('case.seenOn', { date: date(seenOn) }) : null,
        }))}
      />
      <p className="small quiet">
        {t(isTheirOwnWord(view.content) ? 'case.confidence.own' : `case.confidence.${confidence}`)}
      </p>
    </Box>
  )
}

/** Told by one who took part, and by no other source. */
function isTheirOwnWord({ provenance: { sources }, who }: CaseView['content']): boolean {
  const [only] = sources
  return sources.length === 1 && !only?.url && who.parties.some(({ name }) => name === only?.title)
}

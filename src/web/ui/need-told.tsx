import type { NeedView } from '#src/web/present/need-view.ts'
import { Box } from './box.tsx'
import { FactList, Section } from './facts.tsx'
import { useMessages } from './messages.ts'

/** What a need tells in its own words: for whom, what shall be different, what was tried, and the goal. */
export function NeedTold({ need }: { need: NeedView }) {
  const { t } = useMessages()
  const parts = [
    ['forWhom', need.forWhom],
    ['outcome', need.outcome],
    ['triedBefore', need.triedBefore],
    ['goal', need.goal],
  ] as const
  return parts.map(([name, text]) =>
    text === '' ? null : (
      <Section key={name} title={t(`needs.one.${name}`)} id={name}>
        <p className="as-written" lang={need.language}>
          {text}
        </p>
        {name === 'goal' && need.goalUrl && (
          <p>
            <a href={need.goalUrl} rel="external">
              {t('needs.one.goal.source')}
            </a>
          </p>
        )}
      </Section>
    ),
  )
}

/** When, how firm, how far, how much, and where to ask; no box for a draft that says nothing of it yet. */
export function NeedFacts({ need }: { need: NeedView }) {
  const { t } = useMessages()
  const { facts, codes, mailbox } = need
  if (facts.length === 0 && codes.length === 0 && !mailbox) return null
  return (
    <Box id="kort" title={t('needs.one.facts')}>
      <FactList
        facts={[
          ...facts.map(({ name, value, isTheirs }) => ({
            name,
            value,
            ...(isTheirs && { language: need.language }),
          })),
          codes.length > 0 ? { name: t('needs.field.cpv'), value: codes.join(', ') } : null,
          mailbox
            ? { name: t('needs.one.mailbox'), value: <a href={`mailto:${mailbox}`}>{mailbox}</a> }
            : null,
        ]}
      />
    </Box>
  )
}

/** A need is not a notice, and every page with one says so. */
export function NotANotice() {
  const { t } = useMessages()
  return (
    <Box id="ikke-kunngjort" title={t('needs.notNotice')} color="korn">
      <p className="small">{t('needs.notNotice.text')}</p>
    </Box>
  )
}

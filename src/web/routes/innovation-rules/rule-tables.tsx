import type { ReactNode } from 'react'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CodeRuleView, FalseFriendView, TextRuleView, WordListView } from './rules-view.ts'

export function TextRules({ title, rules }: { title: string; rules: readonly TextRuleView[] }) {
  const { t } = useMessages()
  return (
    <section className="part">
      <h2>{title}</h2>
      <ul className="conditions plain-list">
        {rules.map(({ id, weight, reason, onlyForms, onlyCriteria, patterns }) => (
          <li key={id}>
            <Row id={id} reason={reason}>
              {t('innovation.rules.weight', { weight })}
              {onlyForms && `, ${t('innovation.rules.forms')}`}
              {onlyCriteria && `, ${t('innovation.rules.criteria')}`}
            </Row>
            <Patterns patterns={patterns} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function CodeRules({ rules }: { rules: readonly CodeRuleView[] }) {
  const { t } = useMessages()
  return (
    <section className="part">
      <h2>{t('innovation.rules.codes')}</h2>
      <ul className="conditions plain-list">
        {rules.map(({ id, condition, weight, reason, codes }) => (
          <li key={id}>
            <Row id={id} reason={reason}>
              {t(`innovation.condition.${condition}`)}, {t('innovation.rules.weight', { weight })},{' '}
              <code>{codes.join(' ')}</code>
            </Row>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function FalseFriends({ rows }: { rows: readonly FalseFriendView[] }) {
  const { t } = useMessages()
  return (
    <section className="part">
      <h2>{t('innovation.rules.falseFriends')}</h2>
      <p>{t('innovation.rules.falseFriends.text')}</p>
      <ul className="conditions plain-list">
        {rows.map(({ id, reason, example, patterns }) => (
          <li key={id}>
            <Row id={id} reason={reason}>
              {example && (
                <span lang={example.language}>
                  {t('innovation.rules.falseFriends.example', { text: example.text })}
                </span>
              )}
            </Row>
            <Patterns patterns={patterns} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function WordLists({ lists }: { lists: readonly WordListView[] }) {
  const { t } = useMessages()
  return (
    <section className="part">
      <h2>{t('innovation.rules.words')}</h2>
      <p>{t('innovation.rules.words.text')}</p>
      <ul className="conditions plain-list">
        {lists.map(({ name, patterns }) => (
          <li key={name}>
            <h3>
              <code>{`{${name}}`}</code>
            </h3>
            <Patterns patterns={patterns} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ id, reason, children }: { id: string; reason: string; children: ReactNode }) {
  return (
    <>
      <h3>{reason}</h3>
      <p className="small quiet">
        {children} <code>{id}</code>
      </p>
    </>
  )
}

function Patterns({ patterns }: Pick<WordListView, 'patterns'>) {
  const { t } = useMessages()
  return (
    <details className="small">
      <summary>{t('innovation.rules.patterns')}</summary>
      {patterns.map(({ language, patterns: lines }) => (
        <p key={language} lang={language}>
          <strong>{language}:</strong> {lines.join(' · ')}
        </p>
      ))}
    </details>
  )
}

import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'

const DONE = [
  'accessibility.done.1',
  'accessibility.done.2',
  'accessibility.done.3',
  'accessibility.done.4',
] as const
const NOT_DONE = ['accessibility.notDone.1', 'accessibility.notDone.2', 'accessibility.notDone.3'] as const

export default function AccessibilityPage() {
  const { t } = useMessages()
  return (
    <>
      <PageHead title={t('accessibility.title')} description={t('accessibility.lead')} />
      <PageTop title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <div className="wide section prose">
        <h2>{t('accessibility.done')}</h2>
        <ul>
          {DONE.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.notDone')}</h2>
        <ul>
          {NOT_DONE.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.tell')}</h2>
        <p>{t('accessibility.tell.1')}</p>
      </div>
    </>
  )
}

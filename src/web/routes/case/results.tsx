import { KeyFigures, Section } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { CaseView } from './case-view.ts'
import { Effects } from './effects.tsx'

/** What came of it, with what can be added up; that nothing came of it is a result too. */
export function Results({ view }: { view: CaseView }) {
  const { t } = useMessages()
  const { effects, noBenefit, language } = view.content
  if (effects.length === 0 && !noBenefit) return null
  return (
    <Section title={t('case.results')} id="resultater">
      {noBenefit && (
        <div className="box" data-color="fjord">
          <h3 className="box-title">{t('case.noBenefit')}</h3>
          <p lang={language}>{noBenefit.reason}</p>
          <p className="small quiet">{t('case.noBenefit.text')}</p>
        </div>
      )}
      <KeyFigures figures={view.figures} language={language} />
      <Effects effects={view.effects} language={language} />
      <Sums added={view.added} language={language} />
    </Section>
  )
}

/** Shown only where something is added, with what is not. */
function Sums({ added, language }: { added: CaseView['added']; language: string }) {
  const { t } = useMessages()
  if (added.sums.length === 0) return null
  return (
    <div className="box">
      <h3 className="box-title">{t('case.effects.sums')}</h3>
      <ul lang={language}>
        {added.sums.map((sum) => (
          <li key={`${sum.grade} ${sum.unit}`}>
            {t('case.effects.sum', { ...sum, grade: t(`case.grade.${sum.grade}`) })}
          </li>
        ))}
      </ul>
      {added.leftOut > 0 && (
        <p className="small quiet">{t('case.effects.leftOut', { count: added.leftOut })}</p>
      )}
    </div>
  )
}

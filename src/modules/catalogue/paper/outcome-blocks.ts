import type { Messages } from '#src/messages/index.ts'
import type { CaseContent, Effect } from '#src/modules/catalogue/contract.ts'
import { addUp, inOrderOfWeight } from '#src/modules/catalogue/effect-rules.ts'
import { headlineEffects } from '#src/modules/catalogue/headline-effects.ts'
import { missingBlocks } from '#src/modules/catalogue/missing-blocks.ts'
import { reasonLabel } from '#src/modules/catalogue/reason-words.ts'
import { reuseScore } from '#src/modules/catalogue/reuse-score.ts'
import {
  type Block,
  bullets,
  facts,
  figures,
  heading,
  link,
  note,
  paragraph,
  table,
} from '#src/platform/papers/index.ts'

/** Why it stopped, and what would have helped. */
export function stoppedBlocks(
  { stopped, language }: CaseContent,
  { t, language: own }: Messages,
): readonly Block[] {
  if (!stopped) return []
  return [
    heading(1, t('case.stopped')),
    ...(stopped.text ? [paragraph(stopped.text, { language })] : []),
    facts([
      [t('case.stopped.reasons'), stopped.reasons.map((reason) => reasonLabel(reason, own)).join(' · ')],
      [t('case.stopped.phase'), stopped.phase && t(`case.phase.${stopped.phase}`)],
      [t('case.stopped.wouldHaveHelped'), stopped.wouldHaveHelped, language],
    ]),
  ]
}

/** What came of it, each with how well it is known; only what somebody measured or reported stands large. */
export function effectBlocks(content: CaseContent, messages: Messages): readonly Block[] {
  const { language, noBenefit } = content
  const effects = inOrderOfWeight(content.effects)
  if (effects.length === 0 && !noBenefit) return []
  const { t } = messages
  const none = noBenefit ? [paragraph(t('case.noBenefit')), paragraph(noBenefit.reason, { language })] : []
  if (effects.length === 0) return [heading(1, t('case.results')), ...none]
  const large = headlineEffects(content).map(({ figure }) => ({ value: figure.value, text: figure.unit }))
  const columns = [
    { title: t('papers.case.effect'), share: 7, language },
    { title: t('papers.case.grade'), share: 3 },
  ]
  const rows = effects.map((effect) => [effectText(effect, messages), gradeText(effect, messages)])
  const sums = addUp(effects).sums.map((sum) =>
    t('case.effects.sum', { ...sum, grade: t(`case.grade.${sum.grade}`) }),
  )
  return [
    heading(1, t('case.results')),
    ...none,
    figures(large, { language }),
    table(columns, rows),
    ...(sums.length > 0 ? [bullets(sums)] : []),
  ]
}

function effectText(effect: Effect, { t }: Messages): string {
  const { text, condition, baseline, target, method, main, benefit, forWhom, owner, confirmedBy } = effect
  const more = [
    main && t('case.effect.main'),
    benefit && t(`case.benefit.${benefit}`),
    forWhom && t('case.effect.forWhom', { text: forWhom }),
    condition && t('papers.case.condition', { text: condition }),
    baseline && t('case.effect.baseline', { text: baseline }),
    target && t('case.effect.target', { text: target }),
    method && t('case.effect.method', { text: method }),
    owner && t('case.effect.owner', { text: owner }),
    confirmedBy && t('case.effect.confirmedBy', { text: confirmedBy }),
  ]
  return [text, ...more].filter((line) => line).join('\n')
}

function gradeText({ grade, measuredOn }: Effect, { t, date }: Messages): string {
  return measuredOn ? `${t(`case.grade.${grade}`)}, ${date(measuredOn)}` : t(`case.grade.${grade}`)
}

export function lessonBlocks({ lessons, language }: CaseContent, { t }: Messages): readonly Block[] {
  if (lessons.length === 0) return []
  return [
    heading(1, t('case.lessons')),
    bullets(
      lessons.map(({ text }) => text),
      { language },
    ),
  ]
}

export function reuseBlocks(content: CaseContent, { t, number }: Messages): readonly Block[] {
  const { reuse, language } = content
  const { score, of } = reuseScore(content)
  const { documents = [], adoptedBy = [], prerequisites, personDays, mailbox } = reuse ?? {}
  const papers = documents.map(({ title, url, licence }) => [
    link(title, url),
    licence ? ` (${licence})` : '',
    `\n${url}`,
  ])
  const adopters = adoptedBy.map(({ name, changed }) => (changed ? `${name}: ${changed}` : name))
  return [
    heading(1, t('case.reuse')),
    paragraph(t('case.reuse.score', { score, of })),
    facts([
      [t('case.reuse.prerequisites'), prerequisites, language],
      [t('case.reuse.personDays'), personDays ? number(personDays) : null],
      [t('case.reuse.mailbox'), mailbox && [link(mailbox, `mailto:${mailbox}`)]],
    ]),
    ...(papers.length > 0 ? [heading(2, t('papers.case.documents')), bullets(papers, { language })] : []),
    ...(adopters.length > 0 ? [heading(2, t('papers.case.adoptedBy')), bullets(adopters, { language })] : []),
    note(t('case.reuse.warning'), { tone: 'care' }),
  ]
}

/** What nobody has told yet: a paper that is silent about its gaps would look whole. */
export function missingBlocksOf(content: CaseContent, { t }: Messages): readonly Block[] {
  const missing = missingBlocks(content)
  if (missing.length === 0) return []
  return [
    heading(1, t('case.missing')),
    paragraph(t('case.missing.lead')),
    bullets(missing.map((block) => t(`case.block.${block}`))),
  ]
}

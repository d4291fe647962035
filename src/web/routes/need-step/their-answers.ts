import type { Messages } from '#src/messages/index.ts'
import { BUYER_QUESTIONS, type NeedContent, type NeedStep } from '#src/modules/needs/contract.ts'
import { themeLabel } from '#src/modules/vocabulary/index.ts'

export type TheirAnswer = { readonly name: string; readonly text: string }

/** What somebody else has saved on a page, in words, for one who was writing on it too. */
export function theirAnswers(
  content: NeedContent,
  step: NeedStep,
  messages: Messages,
): readonly TheirAnswer[] {
  return ANSWERS[step](content, messages)
}

const ANSWERS: Record<NeedStep, (content: NeedContent, messages: Messages) => readonly TheirAnswer[]> = {
  what: ({ title, forWhom, outcome }, { t }) => [
    { name: t('needs.field.title'), text: title },
    { name: t('needs.field.forWhom'), text: forWhom },
    { name: t('needs.field.outcome'), text: outcome },
  ],
  extent: (content, { t, date, number, language }) => [
    {
      name: t('needs.field.volume'),
      text: content.volume ? `${number(content.volume.amount)} ${content.volume.unit}` : '',
    },
    { name: t('needs.field.costToday'), text: content.costToday },
    { name: t('needs.field.from'), text: content.from ? date(content.from) : '' },
    { name: t('needs.field.until'), text: content.until ? date(content.until) : '' },
    {
      name: t('needs.field.contractEndsOn'),
      text: content.contractEndsOn ? date(content.contractEndsOn) : '',
    },
    {
      name: t('needs.field.themes'),
      text: content.themes.map((id) => themeLabel(id, language)).join(', '),
    },
    { name: t('needs.field.cpv'), text: content.cpv.join(' ') },
  ],
  progress: ({ phase, firmness, innovationHeight, triedBefore, wish }, { t }) => [
    { name: t('needs.field.phase'), text: phase ? t(`needs.phase.${phase}`) : '' },
    { name: t('needs.field.firmness'), text: firmness ? t(`needs.firmness.${firmness}`) : '' },
    {
      name: t('needs.field.innovationHeight'),
      text: innovationHeight ? t(`needs.height.${innovationHeight}`) : '',
    },
    { name: t('needs.field.triedBefore'), text: triedBefore },
    { name: t('needs.field.wish'), text: wish ? t(`needs.wish.${wish}`) : '' },
  ],
  goal: ({ goal, goalUrl, mirror }, { t }) => [
    { name: t('needs.field.goal'), text: goal },
    { name: t('needs.field.goalUrl'), text: goalUrl ?? '' },
    ...BUYER_QUESTIONS.map((one) => {
      const answer = mirror[one]
      return { name: t(`needs.mirror.${one}`), text: answer ? t(`needs.mirror.${answer}`) : '' }
    }),
  ],
}

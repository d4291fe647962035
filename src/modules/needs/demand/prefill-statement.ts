import type { Messages } from '#src/messages/index.ts'
import type { Need } from '#src/modules/needs/need.ts'
import type { Statement } from './statement.ts'
import { type NeedToSum, sumUp } from './sum-up.ts'

export type NamedNeed = NeedToSum & { readonly name: string; readonly content: Need['content'] }

/** What the needs say, put under the sections of a joint statement, each with who said it; for the lead to write on. */
export function prefillStatement(
  needs: readonly NamedNeed[],
  { t, number, date, language }: Messages,
): Statement {
  const sum = sumUp(needs)
  const each = (say: (content: Need['content']) => string) => {
    const told = needs
      .map(({ name, content }) => ({ name, text: say(content) }))
      .filter(({ text }) => text !== '')
    const isSame = told.every(({ text }) => text === told[0]?.text)
    return isSame ? (told[0]?.text ?? '') : told.map(({ name, text }) => `${name}: ${text}`).join('\n')
  }
  return {
    language,
    who: each(({ forWhom }) => forWhom),
    outcome: each(({ outcome }) => outcome),
    volume: sum.volumes.map(({ amount, unit }) => `${number(amount)} ${unit}`).join('\n'),
    time: sum.window
      ? t('demand.prefill.window', { from: date(sum.window.from), until: date(sum.window.until) })
      : each(({ from, until }) =>
          from && until ? t('demand.prefill.window', { from: date(from), until: date(until) }) : '',
        ),
    firmness: each(({ firmness }) => (firmness ? t(`needs.firmness.${firmness}`) : '')),
    height: each(({ innovationHeight }) => (innovationHeight ? t(`needs.height.${innovationHeight}`) : '')),
    ask: t('demand.prefill.ask'),
  }
}

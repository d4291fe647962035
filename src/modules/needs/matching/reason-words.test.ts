import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { reasonAgainst, reasonFor } from './reason-words.ts'
import type { ReasonAgainst, ReasonFor } from './reasons.ts'

const FOR: readonly ReasonFor[] = [
  { kind: 'sameTime', from: '2027-03-01', until: '2027-05-01' },
  { kind: 'contractsEndTogether', count: 1, months: 2 },
  { kind: 'shareCooperation', body: 'a', count: 1 },
  { kind: 'near', kilometres: 40 },
]
const AGAINST: readonly ReasonAgainst[] = [
  { kind: 'noSharedTime', count: 1 },
  { kind: 'oppositePhases', count: 1 },
  { kind: 'oppositeHeights', count: 1 },
  { kind: 'sameMunicipality', count: 1 },
  { kind: 'otherPhase' },
  { kind: 'otherHeight' },
  { kind: 'shortOverlap' },
  { kind: 'muchSmaller', times: 8 },
  { kind: 'muchLarger', times: 8 },
  { kind: 'farAway', kilometres: 400 },
]
const SEVERAL = { nb: /de andre/, nn: /dei andre/, en: /the others/ } as const
const ONE = { nb: /den andre/, nn: /den andre/, en: /the other(?!s)/ } as const

test.each(LANGUAGES)('what is said of a group of two is said of one other, in %s', (language) => {
  const messages = messagesIn(language)
  const said = (others: number) => {
    const names = { body: () => 'Namdal', owner: 'Røyrvik', others }
    return [
      ...FOR.map((reason) => reasonFor(reason, messages, names)),
      ...AGAINST.map((reason) => reasonAgainst(reason, messages, names)),
    ]
  }
  for (const text of said(1)) {
    expect(text).toMatch(ONE[language])
    expect(text).not.toMatch(SEVERAL[language])
  }
  for (const text of said(2)) expect(text).toMatch(SEVERAL[language])
})

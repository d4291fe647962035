import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContractTerms } from './contract-forms.ts'
import { daysAhead, nextFollowUp } from './contract-of-joint.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const terms = (told: object) => ContractTerms.parse({ options: '', indicators: '', ...told })

test('the days of a contract stand in their order, and an end that is the last of all is told once', () => {
  const contract = { endsOn: day('2029-01-31'), latestEndsOn: day('2031-01-31') }
  const told = daysAhead({ ...contract, terms: terms({ optionNoticeOn: '2028-07-31' }) })
  expect(told.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
    'option 2028-07-31',
    'end 2029-01-31',
    'latest-end 2031-01-31',
  ])
  expect(daysAhead({ ...contract, latestEndsOn: contract.endsOn, terms: terms({}) })).toHaveLength(1)
})

test('the next follow-up is never past, never more than one rhythm away, and never after the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 2500 }), (months, days) => {
      const contract = {
        startsOn: day('2026-01-31'),
        endsOn: day('2030-01-30'),
        terms: terms({ followUpMonths: months }),
      }
      const today = contract.startsOn.add({ days })
      const next = nextFollowUp(contract, today)
      if (!next) {
        expect(Temporal.PlainDate.compare(today.add({ months }), contract.endsOn)).toBeGreaterThan(0)
        return
      }
      expect(Temporal.PlainDate.compare(next, today)).toBeGreaterThanOrEqual(0)
      expect(Temporal.PlainDate.compare(next, contract.endsOn)).toBeLessThanOrEqual(0)
      // A month that is too short for the 31st may push it by some days.
      const latest = (days === 0 ? contract.startsOn : today).add({ months }).add({ days: 3 })
      expect(Temporal.PlainDate.compare(next, latest)).toBeLessThanOrEqual(0)
    }),
  )
})

import { expect, test } from 'vitest'
import { withoutContactDetails } from './contact-details.ts'

test('e-mail addresses and phone numbers are taken out of a text', () => {
  expect(withoutContactDetails('Spør kari.nordmann@voss.kommune.no, tlf. +47 900 00 000.')).toBe(
    'Spør […], tlf. […].',
  )
})

test('numbers that are no phone numbers stay', () => {
  const text = 'Org.nr. 974 761 114, sak 2024/2786, 25 000 000 kr, CPV 72000000'
  expect(withoutContactDetails(text)).toBe(text)
})

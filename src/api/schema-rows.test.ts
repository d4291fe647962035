import { expect, test } from 'vitest'
import { schemaRows, typeText } from './schema-rows.ts'

test('the fields of a schema are told in words, and objects without a name are unfolded', () => {
  const rows = schemaRows({
    type: 'object',
    required: ['id', 'lots'],
    properties: {
      id: { type: 'string', description: 'For ever.' },
      lots: {
        type: 'array',
        items: { type: 'object', properties: { value: { $ref: '#/components/schemas/Money' } } },
      },
    },
  })
  expect(rows).toEqual([
    { name: 'id', type: 'string', schema: null, description: 'For ever.' },
    { name: 'lots', type: 'list of object', schema: null, description: '' },
    { name: 'lots[].value', type: 'Money, may be missing', schema: 'Money', description: '' },
  ])
})

test.each([
  [{ enum: ['red', 'blue'] }, 'red | blue'],
  [{ anyOf: [{ type: 'string' as const }, { type: 'null' as const }] }, 'string or null'],
  [{ type: ['string' as const, 'null' as const] }, 'string or null'],
  [{ type: 'string' as const, format: 'date' }, 'string (date)'],
  [{ type: 'integer' as const, minimum: 1, maximum: 100 }, 'integer from 1 to 100'],
  [{ type: 'object' as const, additionalProperties: { type: 'string' as const } }, 'string by name'],
])('%j is read as «%s»', (schema, text) => {
  expect(typeText(schema)).toBe(text)
})

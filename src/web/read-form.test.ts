import { expect, test } from 'vitest'
import { readDay, textIn, typedIn } from './read-form.ts'

test('a day is read as browsers send it and as people write it, and nothing else is a day', () => {
  expect(readDay('2026-11-22')?.toString()).toBe('2026-11-22')
  expect(readDay('2.3.2027')?.toString()).toBe('2027-03-02')
  for (const text of ['', '2026-02-30', '22/11/2026', 'i morgen', '2026-13-01', '0.0.2026', '32.1.2026'])
    expect(readDay(text), text).toBeNull()
})

test('what was typed is kept as text, without what a database has no place for', () => {
  const form = new FormData()
  form.append('scopes', 'read')
  form.append('scopes', 'write')
  form.set('name', '  Innkjøp\0 ')
  form.set('file', new File(['x'], 'x.txt'))
  expect(textIn(form, 'name')).toBe('Innkjøp')
  expect(textIn(form, 'file')).toBe('')
  expect(typedIn(form)).toMatchObject({ scopes: 'read write', file: '' })
})

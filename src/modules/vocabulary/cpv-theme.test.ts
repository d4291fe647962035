import { expect, test } from 'vitest'
import { cpvDivisions } from './cpv.ts'
import { cpvTheme } from './cpv-theme.ts'
import type { CpvThemesFile } from './data-schema.ts'
import { readData } from './read-data.ts'
import { theme } from './theme.ts'

test('every division has a theme, and every theme that is named is one of what municipalities do', () => {
  expect(cpvDivisions().filter(({ code }) => cpvTheme(code) === null)).toEqual([])
  const named = Object.values(readData<CpvThemesFile>('cpv-themes.json').themes)
  expect(named.filter((id) => theme(id)?.branch !== 'service-area')).toEqual([])
})

test('the longest beginning of a code decides', () => {
  expect(cpvTheme('35121700')).toBe('trygghetsalarm')
  expect(cpvTheme('35121700-5')).toBe('trygghetsalarm')
  expect(cpvTheme('35113000')).toBe('beredskap-og-sikkerhet')
  expect(cpvTheme('00000000')).toBeNull()
  expect(cpvTheme('')).toBeNull()
})

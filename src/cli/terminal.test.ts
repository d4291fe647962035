import { expect, test } from 'vitest'
import { progressLine, terminalOutput } from './terminal.ts'

function paper(isTTY: boolean) {
  const written: string[] = []
  return { written, isTTY, columns: 60, write: (text: string) => written.push(text) }
}

test('half of the work fills half of the bar', () => {
  expect(progressLine({ done: 50, total: 100, what: 'notices' })).toBe(
    `${'█'.repeat(12)}${'░'.repeat(12)}  50 of 100 notices`,
  )
})

test('without a known end the count is told, and before the first there is only what is being done', () => {
  expect(progressLine({ done: 7, total: null, what: 'notices' })).toBe('… 7 notices')
  expect(progressLine({ done: 0, total: null, what: 'indexing' })).toBe('… indexing')
})

test('the bar is drawn on a terminal only, and an answer never shares its line', () => {
  const [out, screen, pipe] = [paper(false), paper(true), paper(false)]
  const onScreen = terminalOutput(out, screen)
  onScreen.progress({ done: 1, total: 2, what: 'notices' })
  onScreen.line('2 notices read')
  expect(screen.written.join('')).toContain('1 of 2 notices')
  expect(screen.written.at(-1)).toBe('\r\u001b[2K')
  expect(out.written).toEqual(['2 notices read\n'])

  terminalOutput(out, pipe).progress({ done: 1, total: 2, what: 'notices' })
  expect(pipe.written).toEqual([])
})

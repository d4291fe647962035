import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { describeSettings } from '#src/platform/config.ts'
import { ROOT } from './imports.ts'

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

test('the table of settings in the README is what the program reads', () => {
  const rows = describeSettings().map(
    ({ name, default: value, description }) =>
      `| \`${name}\` | ${value === null ? '' : `\`${value}\``} | ${description} |`,
  )
  expect(read('README.md'), `The table should be:\n${rows.join('\n')}`).toContain(rows.join('\n'))
})

test.each(documents)('what %s links to exists', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
    ([, link]) => link ?? '',
  )
  const dead = links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))
  expect(dead).toEqual([])
})

test('every decision stands in the list of decisions', () => {
  const list = read('docs/decisions/README.md')
  const missing = readdirSync(join(ROOT, 'docs/decisions')).filter(
    (name) => /^\d{4}/.test(name) && !list.includes(name),
  )
  expect(missing).toEqual([])
})

function read(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8')
}

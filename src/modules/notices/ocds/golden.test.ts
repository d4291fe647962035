import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readRelease } from './read-release.ts'

const folder = fileURLToPath(new URL('golden/', import.meta.url))

test.each(readdirSync(folder))('the golden release «%s» is read as it should be', (name) => {
  const read = readRelease(readFileSync(`${folder}${name}/release.json`))
  const expected: unknown = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8'))
  expect(read).toEqual({ ok: true, value: expected })
})

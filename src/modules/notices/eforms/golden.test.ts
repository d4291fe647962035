import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const folder = fileURLToPath(new URL('golden/', import.meta.url))

test.each(readdirSync(folder))('the golden notice «%s» is read as it should be', (name) => {
  const read = readNotice(readFileSync(`${folder}${name}/notice.xml`))
  const expected: unknown = JSON.parse(readFileSync(`${folder}${name}/expected.json`, 'utf8'))
  expect(read).toEqual({ ok: true, value: expected })
})

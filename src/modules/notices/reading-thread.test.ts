import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { openReader } from './reading-thread.ts'

const golden = globSync('src/modules/notices/{eforms,ocds}/golden/**/*.{xml,json}').sort()
const bytesOf = (text: string) => new TextEncoder().encode(text)
const FILES = [
  ...golden.map((file) => new Uint8Array(readFileSync(file))),
  ...['', '<a>', '{"ocid": 7}', '<ContractNotice/>', noticeXml({ id: 'ikke en id' })].map(bytesOf),
]

test('what is read in a thread is what is read here, whatever it is', async () => {
  expect(golden.length).toBeGreaterThan(10)
  const [here, inThread] = [openReader(Number.POSITIVE_INFINITY), openReader(0)]
  try {
    const read = await here.read(FILES)
    expect(read.map(({ read: { ok } }) => ok)).toEqual(expect.arrayContaining([true, false]))
    expect(await inThread.read(FILES)).toEqual(read)
    expect(await inThread.read(FILES.toReversed())).toEqual(read.toReversed())
  } finally {
    await inThread.close()
  }
})

test('a reader that is closed while it reads says so, and waits for nothing', async () => {
  const reader = openReader(0)
  const reading = reader.read(FILES)
  const told = expect(reading).rejects.toThrow('The thread that reads notices has ended')
  await reader.close()
  await told
})

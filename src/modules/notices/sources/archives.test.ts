import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paxHeader, writeTar, writeZip } from '#testing/archives.ts'
import { noticesInBytes } from './contents.ts'
import { fileSource } from './files.ts'
import type { SourceItem } from './source-item.ts'

const NOTICE = '<ContractNotice/>'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'archives-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function told(items: AsyncIterable<SourceItem>): Promise<string[]> {
  const found: string[] = []
  for await (const item of items) {
    const what =
      'bytes' in item ? 'read' : 'skipped' in item ? 'skipped' : item.problems.map((one) => one.code).join()
    found.push(`${item.name} ${what}`)
  }
  return found
}

const inArchive = (bytes: Uint8Array) => told(noticesInBytes('a', bytes))

test('zip, tar and gzip are opened whatever they are called; what is neither XML nor JSON is skipped', () =>
  inFolder(async (folder) => {
    const files = [
      { name: 'mappe/', content: '' },
      { name: 'mappe/én.xml', content: NOTICE },
      { name: 'uten-navn', content: `\ufeff\n${NOTICE}` },
      { name: 'les meg.txt', content: 'Hei' },
      { name: 'tom.xml', content: '' },
      { name: 'brev.docx', content: writeZip([{ name: '[Content_Types].xml', content: '<a/>' }]) },
    ]
    const tar = writeTar(files.map((file) => ({ ...file, type: file.name.endsWith('/') ? '5' : '0' })))
    await writeFile(join(folder, '1.pdf'), writeZip(files))
    await writeFile(join(folder, '2'), tar)
    await writeFile(join(folder, '3.zip'), gzipSync(tar))
    await writeFile(join(folder, '4.xml.gz'), gzipSync(NOTICE))
    await writeFile(join(folder, '5.gz'), gzipSync('logg'))
    await writeFile(join(folder, '6.docx'), writeZip([{ name: '[Content_Types].xml', content: '<a/>' }]))

    const inside = [
      'mappe/én.xml read',
      'uten-navn read',
      'les meg.txt skipped',
      'tom.xml read',
      'brev.docx skipped',
    ]
    expect((await told(fileSource([folder]))).map((line) => line.replace(`${folder}/`, ''))).toEqual([
      ...inside.map((line) => `1.pdf/${line}`),
      ...inside.map((line) => `2/${line}`),
      ...inside.map((line) => `3.zip/${line}`),
      '4.xml read',
      '5 skipped',
      '6.docx skipped',
    ])
    // Named on the command line they are read, to be refused with a reason.
    expect(
      (await told(fileSource([join(folder, '5.gz'), join(folder, '6.docx')]))).map(
        (line) => line.split(' ')[1],
      ),
    ).toEqual(['read', 'read'])
  }))

test('a name that climbs out is a label that is told and never followed, and the rest is read', async () => {
  const names = [
    '../ut.xml',
    'a/../../ut.xml',
    '/etc/passwd.xml',
    'C:\\x.xml',
    '..\\ut.xml',
    'a/..b/greit.xml',
    'x\u001b[2J.xml',
  ]
  const expected = [
    'a/../ut.xml archivePathUnsafe',
    'a/a/../../ut.xml archivePathUnsafe',
    'a//etc/passwd.xml archivePathUnsafe',
    'a/C:/x.xml archivePathUnsafe',
    'a/../ut.xml archivePathUnsafe',
    'a/a/..b/greit.xml read',
    'a/x�[2J.xml read',
  ]
  expect(await inArchive(writeZip(names.map((name) => ({ name, content: NOTICE }))))).toEqual(expected)
  expect(await inArchive(writeTar(names.map((name) => ({ name, content: NOTICE }))))).toEqual(expected)
})

test('what a zip holds that cannot be opened is told, each with its reason', async () => {
  const archive = writeZip([
    { name: 'låst.xml', content: NOTICE, flags: 1 },
    { name: 'bzip2.xml', content: NOTICE, method: 12 },
    { name: 'sum.xml', content: NOTICE, saysSum: 1 },
    { name: 'lengre.xml', content: NOTICE, saysSize: 5 },
    { name: 'kortere.xml', content: NOTICE, saysSize: 500 },
    { name: 'ødelagt.xml', content: NOTICE, packed: Buffer.from('ikke deflate') },
    { name: 'stor.xml', content: 'x', saysSize: 51 * 1024 * 1024 },
    { name: 'indre.zip', content: writeZip([{ name: 'a.xml', content: NOTICE }]) },
    { name: 'indre.tar.gz', content: gzipSync('x') },
    { name: 'lagret.xml', content: NOTICE, method: 0 },
    { name: 'lagret.xml', content: NOTICE, hasDescriptor: true },
  ])
  expect(await inArchive(archive)).toEqual([
    'a/låst.xml archiveEncrypted',
    'a/bzip2.xml archiveMethodUnknown',
    'a/sum.xml archiveEntryDamaged',
    'a/lengre.xml archiveEntryDamaged',
    'a/kortere.xml archiveEntryDamaged',
    'a/ødelagt.xml archiveEntryDamaged',
    'a/stor.xml tooLarge',
    'a/indre.zip archiveInArchive',
    'a/indre.tar.gz archiveInArchive',
    'a/lagret.xml read',
    'a/lagret.xml read',
  ])
})

test('zip64 archives are read, with large numbers in the list and for the list', async () => {
  const files = [
    { name: 'a.xml', content: NOTICE },
    { name: 'b.xml', content: NOTICE },
  ]
  for (const options of [{ zip64: true }, { zip64Sizes: true }, { zip64: true, zip64Sizes: true }])
    expect(await inArchive(writeZip(files, options))).toEqual(['a/a.xml read', 'a/b.xml read'])
})

test('12 000 files are read one after the other', async () => {
  const files = Array.from({ length: 12_000 }, (_, at) => ({ name: `${at}.xml`, content: NOTICE, method: 0 }))
  expect(await inArchive(writeZip(files))).toHaveLength(12_000)
  expect(await inArchive(gzipSync(writeTar(files)))).toHaveLength(12_000)
})

test('an archive that is cut gives what came before, where the format allows it', async () => {
  const files = ['a.xml', 'b.xml', 'c.xml'].map((name) => ({ name, content: NOTICE }))
  const tar = writeTar(files)
  expect(await inArchive(tar.subarray(0, 2 * 1024 + 200))).toEqual([
    'a/a.xml read',
    'a/b.xml read',
    'a archiveCutOff',
  ])
  expect(await inArchive(tar.subarray(0, 1024 + 515))).toEqual(['a/a.xml read', 'a archiveCutOff'])
  const zipped = gzipSync(tar, { level: 0 })
  expect(await inArchive(zipped.subarray(0, 2200))).toEqual([
    'a/a.xml read',
    'a/b.xml read',
    'a archiveCutOff',
  ])
  // The list of a zip lies at its end.
  expect(await inArchive(writeZip(files).subarray(0, 150))).toEqual(['a archiveDamaged'])
})

test('an archive that is damaged or empty is told', async () => {
  const files = ['a.xml', 'b.xml'].map((name) => ({ name, content: NOTICE }))
  const tar = writeTar(files)
  tar[1024 + 30] = 0x41
  expect(await inArchive(tar)).toEqual(['a/a.xml read', 'a archiveDamaged'])
  const gzip = gzipSync(writeTar(files), { level: 0 })
  gzip[600] = 0x41
  expect((await inArchive(gzip)).at(-1)).toBe('a archiveDamaged')
  expect(await inArchive(writeZip([]))).toEqual(['a archiveEmpty'])
})

test('long names and sizes of tar are understood, links and devices passed over', async () => {
  const name = `${'mappe/'.repeat(30)}kunngjøring.xml`
  const archive = writeTar([
    paxHeader({ path: name, mtime: '1700000000.5' }),
    { name: 'kort', content: NOTICE },
    { name: '././@LongLink', type: 'L', content: `${name}\0` },
    { name: 'kort', content: NOTICE },
    { name: 'lenke.xml', type: '2' },
    { name: 'pipe.xml', type: '6' },
    { name: 'sist.xml', content: NOTICE },
  ])
  expect(await inArchive(archive)).toEqual([
    `a/${name} read`,
    `a/${name} read`,
    'a/lenke.xml skipped',
    'a/pipe.xml skipped',
    'a/sist.xml read',
  ])
  expect(await inArchive(writeTar([{ name: 'x', type: 'x', saysSize: 8 ** 10, content: 'x' }]))).toEqual([
    'a archiveDamaged',
  ])
})

test('a small archive that unpacks to very much is stopped', async () => {
  const zeros = deflateRawSync(new Uint8Array(49 * 1024 * 1024))
  const size = 49 * 1024 * 1024
  const bomb = writeZip(
    Array.from({ length: 20 }, (_, at) => ({
      name: `${at}.xml`,
      content: '',
      packed: zeros,
      saysSize: size,
      saysSum: 0,
    })),
  )
  const problems = await inArchive(bomb)
  expect(problems.at(-1)).toBe('a archiveBomb')
  expect(problems.length).toBeLessThan(5)

  const inner = gzipSync(new Uint8Array(120 * 1024 * 1024).fill(32))
  expect(await inArchive(inner)).toEqual(['a tooLarge'])
  const many = writeTar(
    Array.from({ length: 120 }, (_, at) => ({ name: `${at}.xml`, content: new Uint8Array(1024 * 1024) })),
  )
  expect((await inArchive(gzipSync(many))).at(-1)).toBe('a archiveBomb')
})

test('whatever happens to an archive, something is told and nothing thrown', async () => {
  const files = ['a.xml', 'b.xml', 'c.json'].map((name) => ({ name, content: NOTICE.repeat(9) }))
  const archives = [
    writeZip(files),
    writeTar(files),
    gzipSync(writeTar(files)),
    writeZip(files, { zip64: true }),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...archives),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      fc.nat(),
      async (archive, changes, cut) => {
        const bytes = Buffer.from(archive)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const items = await inArchive(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
        expect(items.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 400 },
  )
})

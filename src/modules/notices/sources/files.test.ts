import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countFiles, fileSource } from './files.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'notices-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function namesFrom(folder: string, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for await (const item of fileSource(paths)) {
    const what =
      'bytes' in item ? 'read' : 'skipped' in item ? 'skipped' : item.problems.map((one) => one.code).join()
    found.push(`${item.name.replace(`${folder}/`, '')} ${what}`)
  }
  return found
}

test('a folder is walked in the order of names; what is neither XML nor JSON is skipped', () =>
  inFolder(async (folder) => {
    await mkdir(join(folder, 'b'))
    for (const name of ['c.XML', 'b/2.xml', 'b/1.xml', 'a.txt'])
      await writeFile(join(folder, name), name === 'a.txt' ? 'Hei' : '<a/>')
    expect(await namesFrom(folder, [folder])).toEqual([
      'a.txt skipped',
      'b/1.xml read',
      'b/2.xml read',
      'c.XML read',
    ])
    expect(await countFiles([folder])).toBe(4)
  }))

test('a file that is named is taken whatever it is called', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'kunngjøring.txt'), '<a/>')
    expect(await namesFrom(folder, [join(folder, 'kunngjøring.txt')])).toEqual(['kunngjøring.txt read'])
  }))

test('links that lead back are followed once', () =>
  inFolder(async (folder) => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a', '1.xml'), '<a/>')
    await symlink(folder, join(folder, 'a', 'back'))
    await symlink(join(folder, 'a'), join(folder, 'b'))
    expect(await namesFrom(folder, [folder])).toEqual(['a/1.xml read'])
    expect(await countFiles([folder])).toBe(1)
  }))

test('what is missing, too large or a dead link is told, and the rest is read', () =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'large.xml'), '')
    await truncate(join(folder, 'large.xml'), 51 * 1024 * 1024)
    await symlink(join(folder, 'nowhere'), join(folder, 'dead.xml'))
    await writeFile(join(folder, 'ok.xml'), '<a/>')
    expect(await namesFrom(folder, [join(folder, 'none.xml'), folder])).toEqual([
      'none.xml fileMissing',
      'dead.xml fileMissing',
      'large.xml tooLarge',
      'ok.xml read',
    ])
  }))

test('a link to itself cannot be opened, and that is told', () =>
  inFolder(async (folder) => {
    await symlink(join(folder, 'self.xml'), join(folder, 'self.xml'))
    expect(await namesFrom(folder, [folder])).toEqual(['self.xml fileUnreadable'])
  }))

import { expect, test } from 'vitest'
import { aPaper, aPng } from '#src/testing/papers.ts'
import { heading, paperProblems, paragraph, picture, readPicture, table, toDocx, toPdf } from './index.ts'

test('a paper that everybody can read has no problems', () => {
  expect(
    paperProblems(
      aPaper([
        heading(1, 'En'),
        heading(2, 'To'),
        heading(3, 'Tre'),
        heading(1, 'Fire'),
        table(['A'], [['1']]),
        picture(aPng(), 'Et kart'),
      ]),
    ),
  ).toEqual([])
})

test('a heading that skips a level, an empty one, and a paper without a title are told of', () => {
  const paper = aPaper([heading(2, 'To'), heading(1, 'En'), heading(3, 'Tre'), heading(3, ' ')], {
    title: '\u0007 ',
  })
  expect(paperProblems(paper)).toEqual([
    { kind: 'titleMissing' },
    { kind: 'headingSkips', at: 0, level: 2, after: 0 },
    { kind: 'headingSkips', at: 2, level: 3, after: 1 },
    { kind: 'headingEmpty', at: 3 },
  ])
})

test('a picture without words, or that is none, and a table with holes are told of', () => {
  const paper = aPaper([
    picture(aPng(), ''),
    picture(Buffer.from('GIF89a'), 'Et bilde'),
    table([], []),
    table(['A', ''], [['1', '2'], ['3']]),
  ])
  expect(paperProblems(paper)).toEqual([
    { kind: 'pictureWithoutAlt', at: 0 },
    { kind: 'pictureNotReadable', at: 1 },
    { kind: 'tableWithoutColumns', at: 2 },
    { kind: 'columnWithoutTitle', at: 3, column: 1 },
    { kind: 'rowOfWrongLength', at: 3, row: 1 },
  ])
})

test('a paper that not everybody could read is not written', async () => {
  const paper = aPaper([heading(3, 'Tre'), paragraph('Tekst')])
  await expect(toPdf(paper)).rejects.toThrow('headingSkips')
  await expect(toDocx(paper)).rejects.toThrow('headingSkips')
})

test('a picture is read to its end before it is used', () => {
  const whole = aPng({ width: 30, height: 20, alpha: true })
  const broken = Uint8Array.from(whole)
  broken.fill(0x55, 45, 50)

  expect(readPicture(whole)).toEqual({ format: 'png', width: 30, height: 20 })
  expect(readPicture(broken)).toBeNull()
  expect(readPicture(whole.subarray(0, 50))).toBeNull()
  expect(readPicture(new Uint8Array())).toBeNull()
})

test('a JPEG is known by its frame, and one in the colours of print is refused', () => {
  const jpeg = (channels: number) =>
    Uint8Array.from([
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      1,
      2,
      0xff,
      0xc0,
      0,
      11,
      8,
      0,
      20,
      0,
      30,
      channels,
      1,
      17,
      0,
    ])

  expect(readPicture(jpeg(3))).toEqual({ format: 'jpeg', width: 30, height: 20 })
  expect(readPicture(jpeg(4))).toBeNull()
})

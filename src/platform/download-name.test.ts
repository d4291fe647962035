import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, downloadName } from './download-name.ts'

test('a name keeps its letters, and loses what a system cannot have in a name', () => {
  expect(downloadName('Trygghetsalarmer på Sørlandet', 'pdf')).toBe('Trygghetsalarmer på Sørlandet.pdf')
  expect(downloadName('../../etc/passwd: «a» <b>|c?', 'pdf')).toBe('etc passwd «a» b c.pdf')
  expect(downloadName('con', 'docx')).toBe('con_.docx')
  expect(downloadName('...', 'pdf')).toBe('_.pdf')
})

test('a long name ends with a whole word', () => {
  const name = downloadName('felles anskaffelse av trygghetsalarmer '.repeat(5), 'pdf')
  expect(name.length).toBeLessThanOrEqual(104)
  expect(name).toMatch(/ (felles|anskaffelse|av|trygghetsalarmer)\.pdf$/)
})

test('the header has the name twice: in plain letters, and as it is', () => {
  expect(contentDisposition('Snåsa – đŋšž (1).pdf')).toBe(
    `attachment; filename="Snasa - dnsz (1).pdf"; filename*=UTF-8''Sn%C3%A5sa%20%E2%80%93%20%C4%91%C5%8B%C5%A1%C5%BE%20%281%29.pdf`,
  )
})

test('nothing in a name can end the header or leave the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = downloadName(title, 'pdf')
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]/u)
      expect(name).toMatch(/^[^. ].*\.pdf$/s)
      expect(contentDisposition(name)).toMatch(
        /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/,
      )
      expect(() => new Headers({ 'content-disposition': contentDisposition(title) })).not.toThrow()
    }),
  )
})

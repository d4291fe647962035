import { expect, test } from 'vitest'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { readWholeXml } from './ask-for.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => {
  const whole = readWholeXml(bytes(text))
  return whole.ok ? 'whole' : whole.failure
}
const notice = noticeXml({ id: '7f3c9a10-0000-4000-8000-000000000001' })

test('a notice is whole when its first element ends', () => {
  expect(read(notice)).toBe('whole')
  expect(read(`\uFEFF${notice}<!-- signed --> \n`)).toBe('whole')
  expect(read(`<?xml version="1.0"?><!-- <html> --><a:b xmlns:a="x">…</a:b >`)).toBe('whole')
})

test('a notice in UTF-16 is whole too', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><Notice>å</Notice>'
  expect(readWholeXml(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))).ok).toBe(true)
})

test('cut anywhere, it is cut', () => {
  for (let at = 60; at < notice.length - 20; at += 97) expect(read(notice.slice(0, at))).toBe('cutOff')
})

test('what is no XML is something else', () => {
  expect(
    [
      '{"statusCode": 200}',
      'Service unavailable',
      '<!DOCTYPE html><html></html>',
      '<html><body/></html>',
    ].map(read),
  ).toEqual(Array.from({ length: 4 }, () => 'unexpected'))
})

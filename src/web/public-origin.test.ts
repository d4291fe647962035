import { expect, test } from 'vitest'
import { publicOrigin } from './public-origin.ts'

test('in production links lead to the address that is set, whatever the proxy asks for', () => {
  const config = { MODE: 'production', BASE_URL: 'https://spydspiss.no' } as const
  expect(publicOrigin(config, new URL('http://10.0.0.7:3000/sok'))).toBe('https://spydspiss.no')
})

test('in demo mode links lead to where one is', () => {
  const config = { MODE: 'demo', BASE_URL: 'http://localhost:3000' } as const
  expect(publicOrigin(config, new URL('http://127.0.0.1:4000/sok'))).toBe('http://127.0.0.1:4000')
})

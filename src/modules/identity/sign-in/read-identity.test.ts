import { expect, test } from 'vitest'
import { readIdentity } from './read-identity.ts'

const ISSUED = { iss: 'https://ansattporten.no', sub: '_pairwise' }

test('nothing is kept but what is needed: no identity number, no groups', () => {
  const identity = readIdentity(
    { ...ISSUED, name: ' Kari Nordmann ', pid: '05066512345', groups: ['a'], acr: 'high', sid: 's-1' },
    'token',
  )
  expect(identity).toEqual({
    issuer: 'https://ansattporten.no',
    subject: '_pairwise',
    name: 'Kari Nordmann',
    email: null,
    organisasjonsnumre: [],
    idToken: 'token',
    providerSession: 's-1',
  })
})

test.each([
  [{ email: 'Kari@Voss.no', email_verified: true }, 'kari@voss.no'],
  [{ email: 'kari@voss.no', email_verified: false }, null],
  [{ email: 'kari@voss.no', email_verified: 'true' }, null],
  [{ email: 'kari@voss.no' }, null],
  [{ email: 'kari', email_verified: true }, null],
])('of the address in %j is kept %j', (claims, email) => {
  expect(readIdentity({ ...ISSUED, ...claims }, '').email).toBe(email)
})

/** The three forms Ansattporten documents. */
const BODO = '0192:972418013'
test.each([
  [{ type: 'ansattporten:altinn:service', reportees: [{ Authority: 'iso6523-actorid-upis', ID: BODO }] }],
  [
    {
      type: 'ansattporten:altinn:resource',
      authorized_parties: [{ orgno: { ID: BODO }, unit_type: 'KOMM' }],
    },
  ],
  [{ type: 'ansattporten:orgno', orgno: { Authority: 'iso6523-actorid-upis', ID: BODO } }],
])('the organisation in %j is read', (detail) => {
  const read = (details: unknown) => readIdentity({ ...ISSUED, authorization_details: details }, '')
  expect(read([detail]).organisasjonsnumre).toEqual(['972418013'])
  expect(read([detail, { type: 'another' }, null, detail]).organisasjonsnumre).toEqual(['972418013'])
})

test.each([
  'nothing',
  {},
  [{ type: 'ansattporten:orgno' }],
  [{ type: 'ansattporten:orgno', orgno: { ID: '972418013' } }],
  [{ type: 'ansattporten:orgno', orgno: { ID: '0192:972418014' } }],
  [{ type: 'ansattporten:orgno', orgno: { ID: '0088:972418013' } }],
  [{ type: 'unknown', orgno: { ID: BODO } }],
])('no organisation is read from %j', (details) => {
  expect(readIdentity({ ...ISSUED, authorization_details: details }, '').organisasjonsnumre).toEqual([])
})

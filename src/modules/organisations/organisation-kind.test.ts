import { expect, test } from 'vitest'
import { organisationKind } from './organisation-kind.ts'

test.each([
  ['Bergen kommune', 'la', 'municipality'],
  ['Voss herad', null, 'municipality'],
  ['Oslo kommune v/ Bymiljøetaten', 'body-pl', 'municipality'],
  ['Vestland fylkeskommune', 'ra', 'county'],
  ['Sandnes kommune Eiendom KF', 'body-pl', 'municipal-enterprise'],
  ['Ålesund kommunale eigedom KF', null, 'municipal-enterprise'],
  ['Vestfold Vann IKS', 'body-pl', 'intermunicipal-company'],
  ['SYKEHUSINNKJØP HF', 'cga', 'hospital-trust'],
  ['Helse Vest RHF', null, 'hospital-trust'],
  ['Helse Førde', null, 'hospital-trust'],
  ['St. Olavs hospital', null, 'hospital-trust'],
  ['Oslo universitetssykehus', null, 'hospital-trust'],
  ['Justis- og beredskapsdepartementet', null, 'state'],
  ['DEPARTEMENT DE LA HAUTE-SAVOIE', null, 'other'],
  ['Vestfold offentlige innkjøpssamarbeid', null, 'purchasing-cooperative'],
  ['IKT Nordhordland kommunalt oppgåvefellesskap', null, 'task-community'],
  ['Sunnmøre regionråd', null, 'regional-council'],
  ['Miljødirektoratet', 'cga', 'state'],
  ['Forsvaret v/Forsvarets logistikkorganisasjon', 'def-cont', 'state'],
  ['Politiets fellestjenester', null, 'state'],
  ['ARBEIDS- OG VELFERDSETATEN', null, 'state'],
  ['UiT Norges arktiske universitet', 'body-pl', 'state'],
  ['Sporveien AS', 'pub-undert-la', 'public-company'],
  ['Trondheim Renholdsverk AS', 'body-pl', 'public-company'],
  ['Dignio AS', null, 'supplier'],
  ['Whooshh Innovations', null, 'other'],
  ['Vattenfall AB', undefined, 'supplier'],
  ['Norsk institutt for noe', 'body-pl-cga', 'state'],
  ['', null, 'other'],
] as const)('«%s» (%s) is %s', (name, legalType, kind) => {
  expect(organisationKind({ name, legalType })).toBe(kind)
})

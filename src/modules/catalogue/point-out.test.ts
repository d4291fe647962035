import { expect, test } from 'vitest'
import { cpuMsOf } from '#src/testing/cpu-time.ts'
import { pointOut } from './point-out.ts'

test.each([
  ['Løsningen skal leveres på iPad.', 'make iPad'],
  ['Alle PC-er skal være Lenovo.', 'make Lenovo'],
  ['Journalsystemet skal være Gerica.', 'make Gerica'],
  ['Pumpene skal være av merket Grundfos.', 'make Grundfos'],
  ['Lastebilen skal være Scania med kran.', 'make Scania'],
  ['Bekledningen skal ha membran av Gore-Tex.', 'make Gore-Tex'],
  ['Taket skal tekkes med Kiwi™ takpapp.', 'make Kiwi™'],
  ['Golvet skal leggjast med Marmoleum® i alle rom.', 'make Marmoleum®'],
  ['Fabrikat Dynapac med vals.', 'make Dynapac'],
  ['Vaskemaskin av type Electropol.', 'make Electropol'],
  ['Modell Agila X3 skal brukes.', 'make Agila X3'],
  ['The lock must be of the brand Salto.', 'make Salto'],
  ['All documents must be made in Photoshop.', 'make Photoshop'],
  ['Kontorpakken skal være Microsoft 365.', 'make Microsoft 365'],
  ['Reservedeler skal kun leveres av Traktorhuset.', 'one-supplier kun leveres av Traktorhuset'],
  ['Delane skal berre leverast frå dagens leverandør.', 'one-supplier berre leverast frå dagens leverandør'],
  ['Skal leveres av eksisterende leverandør.', 'one-supplier leveres av eksisterende leverandør'],
  ['Sensorene skal ha samme fabrikat som de vi har.', 'one-supplier samme fabrikat som'],
  ['Parts may only be bought from Traktorhuset.', 'one-supplier only be bought from Traktorhuset'],
  ['Senga skal være 203,5 x 89 cm.', 'exact-size 203,5 x 89 cm'],
  ['Røret skal ha diameter 63 mm.', 'exact-size 63 mm'],
  ['Robotens vekt skal være nøyaktig 14 kg.', 'exact-size nøyaktig 14 kg'],
  ['The panel must be 1200×600 mm.', 'exact-size 1200×600 mm'],
])('«%s» is pointed out', (text, remark) => {
  expect(pointOut(text).map(({ kind, matched }) => `${kind} ${matched}`)).toContain(remark)
})

test.each([
  'Løsningen skal leveres på iPad eller tilsvarende.',
  'Pumpene skal vere av merket Grundfos eller tilsvarande.',
  'Tablets such as iPad or equivalent.',
  'Membran som Gore-Tex eller likeverdig.',
  'Løsningen skal kunne integreres med Gerica og Visma.',
  'Systemet skal ha åpent grensesnitt mot Microsoft 365.',
  'Data skal kunne importeres fra ArcGIS.',
  'Kameraet skal kunne zoome inn på skilt.',
  'Alle windows i bygget skal pusses.',
  'Varsling skal kun skje om natten.',
  'Tjenesten skal bare brukes av ansatte.',
  'Personopplysninger skal utelukkende behandles i EØS.',
  'Varene skal bare leveres på hverdager.',
  'Varene skal kun leveres fra lager i Norge.',
  'Berre helsepersonell skal kunne lese varselet.',
  'Dagens leverandør skal bistå ved overgangen.',
  'Leverandøren skal dokumentere samme kvalitet i hele perioden.',
  'Produktet skal være Svanemerket.',
  'Papiret skal vere merkt med miljømerke type 1, til dømes Svanemerket.',
  'Løsningen skal følge WCAG 2.2 på nivå AA.',
  'Utstyret skal tilfredsstille NS-EN ISO 14001.',
  'Modell for samhandling skal beskrives.',
  'En modell av bygget skal leveres i åpent format.',
  'Senga skal være minst 200 x 90 cm.',
  'Dørene skal ha fri bredde på maks 900 mm.',
  'Røret skal ha diameter mellom 60 og 65 mm.',
  'Robotens vekt skal være under 14 kg.',
  'Vekt om lag 14 kg, med toleranse på 1 kg.',
  'Varsel skal nå personalet innen ti sekunder.',
  'Batteriet skal vare i 12 timer.',
  'Det skal leveres 40 stoler til 6 rom.',
  'Man skal kunne logge inn uten passord.',
  'Responstid skal måles hver 15. minutt.',
  'Løsningen skal virke uavhengig av merke, også på iPad.',
  'Leverandøren skal ha kontor i Norge.',
  '',
])('«%s» shuts nobody out', (text) => {
  expect(pointOut(text)).toEqual([])
})

test('a supplier of the catalogue is known by its name, and not by a word that looks like it', () => {
  const names = ['Giertsen', 'Bry']
  expect(pointOut('Roboten skal være fra Giertsen.', names)).toEqual([{ kind: 'make', matched: 'Giertsen' }])
  expect(pointOut('Kommunen skal bry seg om Giertsenveien.', names)).toEqual([])
})

test('each is said once, and one sentence does not excuse another', () => {
  expect(pointOut('Skal være iPad. Skal være iPad.')).toHaveLength(1)
  expect(pointOut('Pumpe fra Grundfos eller tilsvarende. Nettbrett skal være iPad.')).toEqual([
    { kind: 'make', matched: 'iPad' },
  ])
})

test('a text made to be slow is read at once', async () => {
  const slow = [`kun ${'leveres av '.repeat(2000)}`, '1 x '.repeat(5000)]
  expect(await cpuMsOf(() => slow.map((text) => pointOut(text)))).toBeLessThan(1000)
})

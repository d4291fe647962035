import type { Client } from 'pg'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { documentAt } from './corpus.ts'

/**
 * The documents in PostgreSQL, as a careful person would lay them: texts apart from what every match is read of, facets as small
 * numbers, words as our analyser reads them, so that both sides find the same.
 */
const SCHEMA = `
  create table document (
    number       integer primary key,
    type         smallint not null,
    county       smallint not null,
    municipality smallint not null,
    procedure    smallint not null,
    year         smallint not null,
    themes       smallint[] not null,
    facet_values text[] not null,
    prior        real not null,
    words        tsvector not null
  );
  alter table document alter column facet_values set storage main;
  create table document_text (number integer primary key, title text not null, summary text not null, body text not null);
`
const AFTER = `
  create index document_words on document using gin (words) with (fastupdate = off);
  create index document_prior on document (prior desc);
  analyze document;
  analyze document_text;
`
const BATCH = 1000
const WEIGHTS = { title: 'A', names: 'B', summary: 'C', body: 'D' } as const

export async function loadDocuments(client: Client, documents: number): Promise<void> {
  await client.query(SCHEMA)
  for (let from = 0; from < documents; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, documents - from) }, (_, at) => rowOf(from + at))
    const column = (name: keyof ReturnType<typeof rowOf>) => rows.map((row) => row[name])
    await client.query(
      `insert into document
       select number, type, county, municipality, procedure, year, themes::smallint[], facet_values::text[], prior, words::tsvector
       from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[], $9::real[], $10::text[])
         as row (number, type, county, municipality, procedure, year, themes, facet_values, prior, words)`,
      [
        column('number'),
        column('type'),
        column('county'),
        column('municipality'),
        column('procedure'),
        column('year'),
        column('themes'),
        column('facets'),
        column('prior'),
        column('words'),
      ],
    )
    await client.query(
      'insert into document_text select * from unnest($1::int[], $2::text[], $3::text[], $4::text[])',
      [column('number'), column('title'), column('summary'), column('body')],
    )
  }
  await client.query(AFTER)
}

function rowOf(number: number) {
  const { texts, attributes, prior } = documentAt(number)
  const [type = '', county = '', municipality = '', procedure = '', year = ''] = [
    'type',
    'county',
    'municipality',
    'procedure',
    'year',
  ].map((name) => attributes[name]?.[0])
  const themes = attributes.theme ?? []
  return {
    number,
    type: type === 'case' ? 1 : 0,
    county: Number(county),
    municipality: Number(municipality),
    procedure: Number(procedure.replace(/\D/g, '')),
    year: Number(year),
    themes: `{${[...new Set(themes)].map((theme) => theme.replace(/\D/g, '')).join(',')}}`,
    facets: `{${['type', 'theme', 'county', 'municipality', 'procedure', 'year'].flatMap((name) => [...new Set(attributes[name])].map((value) => `${name}:${value}`)).join(',')}}`,
    prior,
    words: vectorOf(texts),
    title: String(texts.title),
    summary: String(texts.summary),
    body: String(texts.body),
  }
}

/** The words of a document as `tsvector` writes them: `vei:3A,17`. */
function vectorOf(texts: ReturnType<typeof documentAt>['texts']): string {
  const places = new Map<string, string[]>()
  let start = 1
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    for (const text of [texts[field] ?? []].flat()) {
      let last = 0
      for (const { term, position } of BENCH_ANALYSER.document(text, 'nb')) {
        places.set(term, [...(places.get(term) ?? []), `${start + position}${weight}`])
        last = position
      }
      start += last + 9
    }
  }
  return Array.from(places, ([term, at]) => `${term}:${at.slice(0, 255).join(',')}`).join(' ')
}

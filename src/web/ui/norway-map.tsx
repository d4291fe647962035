import { useMessages } from './messages.ts'
import norway from './norway.svg?url'

export type MapDot = {
  readonly x: number
  readonly y: number
  readonly href: string
  /** How many examples the municipality has a part in. */
  readonly weight: number
  readonly name: string
  readonly text: string
}

/** What the map shows: the dots that lead somewhere, the heaviest first, and the others as one path. */
export type MapDots = { readonly quiet: string; readonly shown: readonly MapDot[] }

type Props = {
  readonly dots: MapDots
  readonly title: string
  readonly description: string
  readonly caption?: string
}

const WIDTH = 520
const HEIGHT = 600

/**
 * Every municipality as a dot at its centroid; those with something to show are larger and lead to their page.
 * The same content stands as a table below, folded, which is where the keyboard leads: two hundred stops on the way
 * to the next heading would help nobody.
 */
export function NorwayMap({ dots: { quiet, shown }, title, description, caption }: Props) {
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-labelledby="kart-navn" aria-describedby="kart-om">
        <title id="kart-navn">{title}</title>
        <desc id="kart-om">{description}</desc>
        <image href={norway} width={WIDTH} height={HEIGHT} />
        <path className="map-quiet" d={quiet} />
        {shown.map((dot) => (
          <a key={dot.href} href={dot.href} aria-label={dot.text} tabIndex={-1}>
            <circle cx={dot.x} cy={dot.y} r={radius(dot.weight)}>
              <title>{dot.text}</title>
            </circle>
          </a>
        ))}
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
      <DotTable dots={shown} caption={title} />
    </figure>
  )
}

function DotTable({ dots, caption }: { dots: readonly MapDot[]; caption: string }) {
  const { t } = useMessages()
  return (
    <details className="map-table">
      <summary>{t('site.asTable')}</summary>
      <table className="ds-table">
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('front.map.table.place')}</th>
            <th scope="col" className="number">
              {t('front.map.table.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {dots.map(({ href, name, weight }) => (
            <tr key={href}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td className="number">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The area of a dot follows its number, so that twice as many looks twice as much. */
function radius(weight: number): number {
  return Math.round(Math.min(14, 3.6 + 2.4 * Math.sqrt(weight - 1 + 0.4)) * 10) / 10
}

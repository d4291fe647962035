import { useMessages } from '#src/web/ui/messages.ts'
import type { RingView, WheelsView, WheelView } from './radar-page-view.ts'
import { WHEEL_SIZE } from './wheel-layout.ts'

const CENTRE = WHEEL_SIZE / 2

/** What falls when, as a wheel for each year and as a table with the same. */
export function YearWheels({ wheels: { rings, wheels, unsaid } }: { wheels: WheelsView }) {
  const { t } = useMessages()
  return (
    <>
      <section className="box radar-rings" aria-labelledby="ringer">
        <h3 id="ringer" className="box-title">
          {t('radar.wheel.rings')}
        </h3>
        <ol>
          {rings.map(({ number, name }) => (
            <li key={number} data-ring={number}>
              {name}
            </li>
          ))}
        </ol>
      </section>
      {unsaid > 0 && <p className="quiet">{t('radar.wheel.unsaid', { count: unsaid })}</p>}
      {wheels.map((wheel) => (
        <YearWheel key={wheel.id} wheel={wheel} rings={rings} />
      ))}
    </>
  )
}

function YearWheel({ wheel, rings }: { wheel: WheelView; rings: readonly RingView[] }) {
  const { t } = useMessages()
  const { id, title } = wheel
  return (
    <figure className="radar-wheel part">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled sideways must be reached by the keyboard */}
      <section className="scrolls" tabIndex={0} aria-label={title}>
        <svg
          viewBox={`0 0 ${WHEEL_SIZE} ${WHEEL_SIZE}`}
          aria-labelledby={`${id}-navn`}
          aria-describedby={`${id}-om`}
        >
          <title id={`${id}-navn`}>{title}</title>
          <desc id={`${id}-om`}>{t('radar.wheel.text')}</desc>
          <Frame wheel={wheel} />
          {wheel.marks.map((mark) => (
            <a key={`${mark.month}-${mark.ring}`} href={mark.href} aria-label={mark.text} tabIndex={-1}>
              <g data-ring={mark.ring + 1}>
                <circle cx={mark.x} cy={mark.y} r={mark.r} />
                <text x={mark.x} y={mark.y} dy="0.35em">
                  {mark.count}
                </text>
                <title>{mark.text}</title>
              </g>
            </a>
          ))}
        </svg>
      </section>
      <WheelTable wheel={wheel} rings={rings} />
    </figure>
  )
}

function Frame({ wheel: { circles, spokes, months, numbers } }: { wheel: WheelView }) {
  return (
    <g className="wheel-frame">
      {circles.map((r) => (
        <circle key={r} cx={CENTRE} cy={CENTRE} r={r} />
      ))}
      <path d={spokes} />
      {months.map(({ name, short, x, y }) => (
        <text key={name} className="wheel-month" x={x} y={y} dy="0.35em">
          {short}
        </text>
      ))}
      {numbers.map(({ ring, x, y }) => (
        <text key={ring} className="wheel-number" x={x} y={y} dy="0.35em">
          {ring + 1}
        </text>
      ))}
    </g>
  )
}

function WheelTable({ wheel, rings }: { wheel: WheelView; rings: readonly RingView[] }) {
  const { t, number } = useMessages()
  return (
    <details className="wheel-table">
      <summary>{t('site.asTable')}</summary>
      <table className="ds-table cards">
        <caption className="ds-sr-only">{wheel.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('radar.wheel.month')}</th>
            {rings.map((ring) => (
              <th key={ring.number} scope="col" className="number">
                {ring.name}
              </th>
            ))}
            <th scope="col" className="number">
              {t('radar.wheel.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {wheel.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.sum > 0 ? <a href={row.href}>{row.name}</a> : row.name}</th>
              {rings.map((ring, place) => (
                <td key={ring.number} className="number" data-label={ring.name}>
                  {number(row.counts[place] ?? 0)}
                </td>
              ))}
              <td className="number" data-label={t('radar.wheel.sum')}>
                {number(row.sum)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

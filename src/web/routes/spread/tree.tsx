import type { TreeNode } from '#src/web/present/spread-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { layOut } from './tree-layout.ts'

/** Who took it from whom as a picture; the table beside has the same in words. */
export function SpreadTree({ tree }: { tree: TreeNode }) {
  const { t } = useMessages()
  const { dots, lines, width, height } = layOut(tree)
  const id = `tre-${tree.key}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled sideways must be reached by the keyboard
    <section className="scrolls" tabIndex={0} aria-label={t('adoptions.spread.tree')}>
      <svg
        className="spread-tree"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby={`${id}-navn`}
        aria-describedby={`${id}-om`}
      >
        <title id={`${id}-navn`}>{`${t('adoptions.spread.tree')}: ${tree.name}`}</title>
        <desc id={`${id}-om`}>{t('adoptions.spread.tree.text')}</desc>
        {lines.map(({ key, path }) => (
          <path key={key} d={path} />
        ))}
        {dots.map(({ key, name, x, y }) => (
          <g key={key}>
            <circle cx={x} cy={y} r={6} />
            <text x={x + 12} y={y - 6}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

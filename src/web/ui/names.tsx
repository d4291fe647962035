export type Name = { readonly name: string; readonly href: string | null; readonly note: string | null }

/** Who they are, each leading to its own page where it has one; in columns when there are many. */
export function Names({ names }: { names: readonly Name[] }) {
  return (
    <ul className={names.length > 3 ? 'names' : 'plain-list'}>
      {names.map(({ name, href, note }) => (
        <li key={name}>
          {href ? <a href={href}>{name}</a> : name}
          {note && <span className="quiet"> ({note})</span>}
        </li>
      ))}
    </ul>
  )
}

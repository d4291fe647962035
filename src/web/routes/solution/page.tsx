import { PageHead } from '#src/web/ui/page-head.tsx'

export default function Page() {
  return (
    <div className="wide">
      <PageHead title="x" />
      <h1>x</h1>
    </div>
  )
}

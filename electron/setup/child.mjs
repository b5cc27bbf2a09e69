import { spawn } from 'node:child_process'

const lookEveryMs = 1000
const startedBy = process.ppid

/**
 * npm does not pass a signal on: when it is ended alone, this process gets another parent, and the program would stay
 * behind unseen with the register open. Windows keeps the number of a parent that is gone.
 * @param {() => void} orphaned
 */
function watchParent(orphaned) {
  const timer = setInterval(() => process.ppid !== startedBy && orphaned(), lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Runs a program to its end with this terminal. Ctrl+C reaches the child through the terminal; a polite end
 * (SIGTERM) is passed on, and either way this process waits, so that the child can close its register.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it, 127 when it could not be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const passOn = () => void child.kill('SIGTERM')
    const wait = () => {}
    const stopWatching = watchParent(passOn)
    process.on('SIGTERM', passOn)
    process.on('SIGHUP', passOn)
    process.on('SIGINT', wait)
    const end = (/** @type {number} */ code) => {
      stopWatching()
      process.off('SIGTERM', passOn)
      process.off('SIGHUP', passOn)
      process.off('SIGINT', wait)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * Runs a program quietly; its output is shown only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    child.stdout?.on('data', (/** @type {Buffer} */ part) => {
      output += part.toString()
    })
    child.stderr?.on('data', (/** @type {Buffer} */ part) => {
      output += part.toString()
    })
    child.on('error', (e) => resolve({ code: 127, output: e.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

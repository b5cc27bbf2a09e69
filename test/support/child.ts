import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface ChildRun {
  readonly lines: readonly string[]
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
}
const scriptPath = (script: string): string => fileURLToPath(new URL(script, import.meta.url))

/** Starts a program of this folder in a process of its own; what it prints is read line by line. */
export const startChild = (script: string, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [scriptPath(script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })

/** Runs a program of this folder to its end, however it ends. */
export function runChild(script: string, args: readonly string[]): Promise<ChildRun> {
  const child = startChild(script, args)
  const lines: string[] = []
  if (!child.stdout) throw new Error('no output')
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ lines, signal, code }))
  })
}

/** Waits for the first line a program prints. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('no output')
    createInterface(child.stdout).once('line', resolve)
    child.once('close', (code) => reject(new Error(`ended with ${code} before it said anything`)))
  })
}

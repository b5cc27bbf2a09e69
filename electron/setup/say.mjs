/** One line for whoever watches the terminal. Standard error, so that a command's result stays alone on standard output. */
export const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`)

/** What went wrong before the program could start, in words for the terminal; no stack is shown. */
export class SetupError extends Error {}

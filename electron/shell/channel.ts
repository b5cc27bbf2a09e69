/** Names of the channels between preload and main process; nothing else passes. */
export const callChannel = 'jiefenbu:call'
export const eventChannel = 'jiefenbu:event'
export const printersChannel = 'jiefenbu:printers'

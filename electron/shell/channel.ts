/** Names of the two channels between preload and main process; nothing else passes. */
export const callChannel = 'jiefenbu:call'
export const eventChannel = 'jiefenbu:event'

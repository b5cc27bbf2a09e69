/** A core's thread that dies before it is open, as one does whose files are damaged. */
throw new Error('cannot start')

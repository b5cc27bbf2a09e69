/**
 * Password of the generated sample register: no secret, the window says it. Letters and digits, because an input
 * method does not write into a password field.
 */
export const samplePassword = 'yanshi123'

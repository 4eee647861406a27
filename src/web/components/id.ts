/** Whether a part of an address can be the id of something: what it is looked up by has to be a UUID. */

const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => pattern.test(text)

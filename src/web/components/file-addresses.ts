/** Which addresses take a file; whatever is sent to any other is a form of a megabyte at most. */

/** The page that takes a file of past treatments, as it comes. */
export const isUpload = (path: string): boolean => /^\/uploads\/[^/]+$/.test(path)

/** The one page of a case that takes a file. */
export const isCaseFile = (path: string): boolean => /^\/cases\/[^/]+\/attach$/.test(path)

/** Below these, pages take files. */
const withFiles = ['/census/', '/directory/', '/my-service/', '/network/']

export const isAmongFiles = (path: string): boolean => withFiles.some((prefix) => path.startsWith(prefix))

export const takesFiles = (path: string): boolean => isUpload(path) || isCaseFile(path) || isAmongFiles(path)

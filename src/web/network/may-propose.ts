/** Whether whoever asks may change the table of demand, and make reports. */

import type { PageContext } from '../environment.ts'
import { may } from '../layout/page.tsx'

export const mayPropose = (c: PageContext): boolean => may(c, 'network:propose')
export const mayPublish = (c: PageContext): boolean => may(c, 'network:publish')

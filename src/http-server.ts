/** The HTTP server of a node: Node's own, with time enough for the largest file on a slow line. */

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Answer = (request: Request, env: object) => Response | Promise<Response>

/**
 * How long a request may take to arrive: 512 MB at 1.2 Mbit/s. Node's five minutes would cut a file off that comes at
 * less than 14 Mbit/s. Its headers still have a minute, and a form without a file a megabyte at most.
 */
const longestRequestMs = 60 * 60 * 1000

/** @param answer is given what the connection knows beside the request, so that limits see the client's address */
export function httpServer(answer: Answer): Server {
  return createServer({ requestTimeout: longestRequestMs }, getRequestListener(answer))
}

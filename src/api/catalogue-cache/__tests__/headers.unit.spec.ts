import { IncomingMessage, ServerResponse } from "node:http"
import { Socket } from "node:net"
import type { Answer } from "../../../modules/catalogue-cache/answers"
import { describe as write, isFresh } from "../headers"

const answer = (wrongAt = Infinity): Answer => ({
  body: Buffer.from("{}"),
  etag: 'W/"one"',
  tags: [],
  version: 0,
  expiresAt: wrongAt,
  wrongAt,
})

const request = (headers: Record<string, string>) =>
  Object.assign(new IncomingMessage(new Socket()), { headers })

it.each([
  [{ "if-none-match": 'W/"one"' }, true],
  [{ "if-none-match": '"one"' }, true],
  [{ "if-none-match": '"two" , W/"one"' }, true],
  [{ "if-none-match": "*" }, true],
  [{ "if-none-match": '"two"' }, false],
  [{ "if-none-match": 'W/"one"', "cache-control": "no-cache" }, true],
  [{}, false],
])("%j is fresh: %s", (headers, fresh) => {
  expect(isFresh(request(headers as Record<string, string>), answer())).toBe(
    fresh
  )
})

it("lets nobody keep what is wrong in a moment", () => {
  const response = new ServerResponse(request({}))
  write(response, answer(performance.now() - 1), "miss")

  expect(response.getHeader("cache-control")).toBe(
    "public, max-age=0, must-revalidate"
  )
  expect(response.getHeader("cache-status")).toBe("duka; fwd=miss")
})

import { isCompiling } from "../command"

const cli = "/app/node_modules/@medusajs/cli/cli.js"
const link = "/app/node_modules/.bin/medusa"

describe("isCompiling", () => {
  it.each([
    [["node", cli, "build"], true],
    [["node", link, "build", "--admin-only"], true],
    [["node", link, "plugin:build"], true],
    [["node", cli, "start"], false],
    [["node", cli, "start", "build"], false],
    [["node", cli, "db:migrate"], false],
    [["node", cli, "exec", "build"], false],
    [["node", "/app/server.js", "build"], false],
    [["node"], false],
  ])("says of %j: %p", (argv, compiling) => {
    expect(isCompiling(argv)).toBe(compiling)
  })
})

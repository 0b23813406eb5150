/**
 * What `npm start` means inside the production build. `medusa build` copies
 * package.json as it is and compiles this file to `scripts/start.cjs`, where
 * the checkout has its own start program. So the same script that opens the
 * demo shop in a checkout is `medusa start` on a host.
 */
process.argv.splice(2, 0, "start")
require("@medusajs/cli/cli.js")

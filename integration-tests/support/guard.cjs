/**
 * Preloaded into every process the bed starts. It ties the process to the test
 * run: when the run dies, even by `kill -9`, the channel closes and so does the
 * process. And it tells the run which port a server listens on, so that nobody
 * has to ask in a loop.
 */
const { Server } = require("node:http")

// A developer's .env must not leak into tests.
require("dotenv").config = () => ({ parsed: {} })

if (process.channel) {
  process.on("disconnect", () => process.exit(1))
  process.channel.unref()

  const listen = Server.prototype.listen
  Server.prototype.listen = function (...args) {
    this.once("listening", () => {
      const address = this.address()
      process.send({ listening: address.port ?? address })
    })
    return listen.apply(this, args)
  }
}

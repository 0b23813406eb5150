"use strict"

// Written in the oldest JavaScript: a Node too old to run Duka must still be
// able to read this file and say so.
var wanted = [20, 19]

var running = process.versions.node.split(".").map(Number)
var tooOld =
  running[0] < wanted[0] || (running[0] === wanted[0] && running[1] < wanted[1])

if (tooOld) {
  process.stderr.write(
    "Duka needs Node " +
      wanted.join(".") +
      " or newer, and this is Node " +
      process.versions.node +
      ". Install a newer one from https://nodejs.org (or with nvm: nvm install 20), then run the command again.\n"
  )
  process.exit(1)
}

// A dynamic import written plainly is a syntax error to Nodes before 10.
new Function("file", "return import(file)")(
  require("url").pathToFileURL(require("path").join(__dirname, "start.mjs"))
    .href
).catch(function (error) {
  process.stderr.write((error.stack || error) + "\n")
  process.exit(1)
})

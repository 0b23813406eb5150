const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
const CLEAR = "\r\u001b[2K"

const seconds = (from) => {
  const elapsed = (Date.now() - from) / 1000
  return elapsed < 60
    ? `${elapsed.toFixed(1)} s`
    : `${Math.floor(elapsed / 60)} min ${Math.round(elapsed % 60)} s`
}

/**
 * A line for each phase. A terminal sees it move; a file or a log gets a
 * plain line at the beginning and one at the end.
 */
export function createProgress(stream = process.stdout, env = process.env) {
  const lively = Boolean(stream.isTTY) && env.TERM !== "dumb" && !env.CI
  const colours = lively && !env.NO_COLOR
  const paint = (code, text) =>
    colours ? `\u001b[${code}m${text}\u001b[0m` : text
  let current
  let moving = false

  const fit = (text) => text.slice(0, Math.max(20, (stream.columns || 80) - 2))

  function draw() {
    const { title, note, since, frame } = current
    current.frame = (frame + 1) % FRAMES.length
    const line = fit(
      `${FRAMES[frame]} ${title}  ${seconds(since)}${note ? `  ${note}` : ""}`
    )
    stream.write(`${CLEAR}${line}`)
  }

  function finish(mark, text) {
    clearInterval(current.timer)
    stream.write(`${moving ? CLEAR : ""}${mark} ${text}\n`)
    current = undefined
  }

  return {
    lively,
    /** `still` when something else writes to the terminal meanwhile. */
    start(title, { still = false } = {}) {
      current = { title, note: "", since: Date.now(), frame: 0 }
      moving = lively && !still
      if (moving) {
        current.timer = setInterval(draw, 100)
        draw()
      } else {
        stream.write(`  ${title} ...\n`)
      }
    },
    note(text) {
      if (current) {
        current.note = text
      }
    },
    done(title = current.title) {
      finish(paint(32, "✓"), `${title}  ${paint(2, seconds(current.since))}`)
    },
    fail() {
      if (current) {
        finish(paint(31, "✗"), current.title)
      }
    },
    /** Something a person should read, between or within phases. */
    say(text) {
      stream.write(`${moving && current ? CLEAR : ""}  ${text}\n`)
    },
    async phase(title, work) {
      this.start(title)
      const result = await work()
      this.done()
      return result
    },
  }
}

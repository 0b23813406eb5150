/** Shows one shopper's phone. Talks to the same control API as the tests. */

const ACTIONS = {
  approve: "approved",
  cancel: "cancelled",
  timeout: "timed out",
  "wrong-pin": "wrong PIN",
  "no-funds": "not enough money",
}
const CHANNELS = { sms: "SMS", whatsapp: "WhatsApp", email: "E-mail" }

const byId = (id) => document.getElementById(id)
const number = byId("number")
const prompt = byId("prompt")
const pin = byId("pin")

let chosen = ""
let open
/** Grows with every load, so that a slow answer cannot overwrite a newer. */
let turn = 0

/** Text goes in as text: a message may hold anything, also HTML. */
function element(tag, text = "", className = "") {
  const node = document.createElement(tag)
  node.textContent = text
  if (className) {
    node.className = className
  }
  return node
}

async function ask(path, options) {
  const answer = await fetch(`/_sim${path}`, options)
  const body = await answer.json()
  if (!answer.ok) {
    throw Object.assign(new Error(body.message), { status: answer.status })
  }
  return body
}

function setConnection(text) {
  const line = byId("connection")
  if (line.textContent !== text) {
    line.textContent = text
  }
}

const LOST = "Connection to the simulators lost. Trying again…"

const timeOf = (iso) =>
  new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })

function money({ amount, currency }) {
  try {
    return new Intl.NumberFormat(undefined, {
      style: "currency",
      currency,
      currencyDisplay: "code",
    }).format(amount)
  } catch {
    return `${currency} ${amount}`
  }
}

function messageNode(message) {
  const node = element("article", "", `message ${message.channel}`)
  node.dataset.id = message.id
  if (message.subject) {
    node.append(element("strong", message.subject))
  }
  const text = element("p", message.text)
  text.dir = "auto"
  const time = element("time", timeOf(message.at))
  time.dateTime = message.at
  node.append(text, time)
  return node
}

function threadNode(message) {
  const node = element("section", "", "thread")
  node.dataset.key = `${message.channel} ${message.from}`
  const title = element("h3", message.from)
  title.append(" ", element("small", CHANNELS[message.channel]))
  node.append(title)
  return node
}

/** Adds what is new and leaves the rest, so a reader hears only the news. */
function showMessages(messages) {
  const threads = byId("threads")
  const ids = new Set(messages.map(({ id }) => id))
  for (const node of threads.querySelectorAll("[data-id]")) {
    if (!ids.has(node.dataset.id)) {
      node.remove()
    }
  }
  for (const message of messages) {
    if (threads.querySelector(`[data-id="${CSS.escape(message.id)}"]`)) {
      continue
    }
    const key = `${message.channel} ${message.from}`
    let thread = [...threads.children].find((node) => node.dataset.key === key)
    if (!thread) {
      thread = threadNode(message)
      threads.append(thread)
    }
    const node = messageNode(message)
    thread.append(node)
    node.scrollIntoView({ block: "nearest" })
  }
  for (const thread of [...threads.children]) {
    if (!thread.querySelector("[data-id]")) {
      thread.remove()
    }
  }
}

function showPast(prompts) {
  const past = prompts.filter(({ state }) => state !== "waiting")
  byId("past").hidden = past.length === 0
  byId("past")
    .querySelector("ul")
    .replaceChildren(
      ...past
        .reverse()
        .map((entry) =>
          element(
            "li",
            `${timeOf(entry.created_at)} · ${money(entry)} to ${entry.merchant}: ${ACTIONS[entry.action]}`
          )
        )
    )
}

function tick() {
  byId("clock").textContent = timeOf(new Date().toISOString())
  if (open) {
    const left = Math.ceil((Date.parse(open.expires_at) - Date.now()) / 1000)
    byId("countdown").textContent =
      left > 0 ? `${left} s left to answer` : "Time is up"
  }
}

function showPrompt(next) {
  const isNew = next && next.id !== open?.id
  open = next
  prompt.hidden = !next
  if (!next) {
    return
  }
  if (isNew) {
    const account = next.reference ? `, account ${next.reference}` : ""
    byId("prompt-text").textContent =
      `Do you want to pay ${money(next)} to ${next.merchant}${account}?`
    pin.value = ""
    setPinProblem("")
    byId("deliver").value = "1"
    setBusy(false)
    // Someone who is typing a phone number keeps typing it.
    if (document.activeElement !== number) {
      pin.focus()
    }
  }
  tick()
}

function show({ messages, prompts }) {
  showMessages(messages)
  showPrompt(prompts.find(({ state }) => state === "waiting"))
  showPast([...prompts])
  byId("empty").textContent =
    messages.length || prompts.length
      ? ""
      : "Nothing yet. Messages and payment prompts for this number appear here as they are sent."
}

function showKnown(phones) {
  byId("phones").replaceChildren(
    ...phones.map(({ msisdn }) => {
      const option = element("option")
      option.value = msisdn
      return option
    })
  )
  byId("known").replaceChildren(
    ...phones.slice(0, 12).map(({ msisdn, waiting }) => {
      const link = element("a", waiting ? `${msisdn} · waiting` : msisdn)
      link.href = `/phone?msisdn=${encodeURIComponent(msisdn)}`
      if (msisdn === chosen) {
        link.setAttribute("aria-current", "page")
      }
      return link
    })
  )
}

async function load() {
  const mine = ++turn
  try {
    const [{ phones }, phone] = await Promise.all([
      ask("/phones"),
      chosen ? ask(`/phones/${encodeURIComponent(chosen)}`) : undefined,
    ])
    if (mine !== turn) {
      return
    }
    showKnown(phones)
    if (phone) {
      show(phone)
    } else {
      byId("empty").textContent =
        "Choose a phone: type its number above, or pick one that is in use."
    }
  } catch (error) {
    if (mine === turn) {
      if (error.status === 400) {
        byId("number-problem").textContent = error.message
      } else {
        setConnection(LOST)
      }
    }
  }
}

function choose(input) {
  chosen = input.replace(/[\s()+.-]/g, "")
  number.value = chosen
  byId("owner").textContent = chosen ? `+${chosen}` : "No phone chosen"
  byId("number-problem").textContent = ""
  byId("threads").replaceChildren()
  showPrompt(undefined)
  showPast([])
  byId("empty").textContent = ""
}

function setPinProblem(text) {
  byId("pin-problem").textContent = text
  pin.toggleAttribute("aria-invalid", Boolean(text))
}

function setBusy(busy) {
  for (const button of prompt.querySelectorAll("button")) {
    button.disabled = busy
  }
}

async function answer(action) {
  if (!open) {
    return
  }
  if (action === "approve" && !/^\d{4}$/.test(pin.value)) {
    setPinProblem("Type four digits. Any four will do.")
    pin.focus()
    return
  }
  const deliver = Number(byId("deliver").value)
  if (!Number.isInteger(deliver) || deliver < 0 || deliver > 100) {
    setPinProblem("The callback can be sent 0 to 100 times.")
    return
  }
  setBusy(true)
  const path = `/phones/${encodeURIComponent(chosen)}/prompts/${open.id}`
  try {
    await ask(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action, deliver }),
    })
  } catch (error) {
    setPinProblem(error.status ? error.message : LOST)
    setBusy(false)
  }
  await load()
}

byId("choose").addEventListener("submit", (event) => {
  event.preventDefault()
  choose(number.value)
  history.pushState({}, "", `/phone?msisdn=${encodeURIComponent(chosen)}`)
  void load()
})
byId("known").addEventListener("click", (event) => {
  const link = event.target.closest("a")
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault()
    history.pushState({}, "", link.href)
    fromAddress()
  }
})
byId("pin-form").addEventListener("submit", (event) => {
  event.preventDefault()
  void answer("approve")
})
prompt.addEventListener("click", (event) => {
  const { action } = event.target.closest("button")?.dataset ?? {}
  if (action && action !== "approve") {
    void answer(action)
  }
})

function fromAddress() {
  choose(new URLSearchParams(location.search).get("msisdn") ?? "")
  void load()
}
window.addEventListener("popstate", fromAddress)

const updates = new EventSource("/_sim/events")
updates.addEventListener("open", () => {
  setConnection("")
  void load()
})
updates.addEventListener("error", () => setConnection(LOST))
updates.addEventListener("phone", () => void load())

setInterval(tick, 1000)
tick()
fromAddress()
